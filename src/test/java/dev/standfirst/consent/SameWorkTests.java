package dev.standfirst.consent;

import static dev.standfirst.consent.Installation.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A stranger who asks learns nothing about an address, neither from the answer nor from how long it takes. */
class SameWorkTests {

    private static final EmailAddress NEW = address("new@example.org");
    private static final EmailAddress KNOWN = address("known@example.org");
    private static final EmailAddress LEFT = address("left@example.org");
    private static final EmailAddress SUPPRESSED = address("suppressed@example.org");
    private static final EmailAddress ASKED_TODAY = address("today@example.org");

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final Installation here = new Installation(new Recorder());

    @BeforeEach
    void peopleOfEachKind() {
        for (EmailAddress address : List.of(KNOWN, LEFT)) {
            here.people.subscriptions.add("morning-brief", address, "", Reason.of("by hand"));
        }
        here.people.subscriptions.leave(
                here.people
                        .subscriptions
                        .find("morning-brief", LEFT)
                        .orElseThrow()
                        .id(),
                Reason.of("by hand"));
        here.people.suppressions.add(SUPPRESSED, Cause.COMPLAINT, Reason.of("called it spam"));
        here.ask(ASKED_TODAY.value());
        here.deliver();
    }

    @AfterEach
    void end() throws IOException {
        here.close();
    }

    @Test
    void askingToJoinRunsTheSameStatementsForEveryAddress() {
        assertThat(ofEach(address -> here.ask(address.value()))).hasSize(1);
    }

    @Test
    void askingForOnesDataRunsTheSameStatementsForEveryAddress() {
        assertThat(ofEach(address -> here.ownData.ask(address.value(), Locale.ENGLISH, Installation.VISITOR)))
                .hasSize(1);
    }

    @Test
    void askingReadsNothingOfPeople() {
        statements.clear();
        here.ask(KNOWN.value());

        assertThat(statements)
                .isNotEmpty()
                .noneMatch(
                        statement -> statement.matches("(?s).*\\b(subscriber|subscription|suppression|history)\\b.*"));
    }

    /** The different sequences of statements that an action needs for the different people. */
    private Set<List<String>> ofEach(Consumer<EmailAddress> action) {
        Set<List<String>> sequences = new HashSet<>();
        for (EmailAddress address : Arrays.asList(NEW, KNOWN, LEFT, SUPPRESSED, ASKED_TODAY)) {
            statements.clear();
            action.accept(address);
            sequences.add(List.copyOf(statements));
        }
        return sequences;
    }

    /** A database that tells which statements were prepared. */
    private final class Recorder extends DelegatingDataSource {

        Recorder() {
            super(new TestDatabase().source());
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.add((String) arguments[0]);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
