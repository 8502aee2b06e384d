package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.consent.OptIn.Confirmed;
import dev.standfirst.mail.Mailbox;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Subscription.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program as it comes, with no mail server: the mail is in the built-in mailbox, from the sample digest. */
class NewUserTests {

    private static final Pattern LINK = Pattern.compile("https://standfirst\\.localhost/c/(\\S+)");

    @TempDir
    private Path data;

    @Test
    void theConfirmationIsInTheBuiltInMailbox() throws IOException {
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .run("--standfirst.home=" + Path.of("").toAbsolutePath(), "--standfirst.data=" + data)) {
            makeJoinable(program.getBean(Lists.class));
            OptIn optIn = program.getBean(OptIn.class);
            optIn.ask("morning-brief", "ada@example.org", Locale.ENGLISH, Installation.VISITOR);
            program.getBean(Outbox.class).empty();

            Mailbox mailbox = program.getBean(Mailbox.class);
            ReceivedMail mail =
                    ReceivedMail.read(mailbox.find(mailbox.latest(1).get(0)).orElseThrow());
            assertThat(mail.from()).isEqualTo("brief@standfirst.example");
            assertThat(mail.subject()).isEqualTo("Confirm your email for Morning Brief");

            Matcher link = LINK.matcher(mail.text());
            assertThat(link.find()).isTrue();
            Confirmed confirmed = optIn.confirm(link.group(1), Installation.VISITOR);
            assertThat(((Confirmed.Done) confirmed).subscription().status()).isEqualTo(Status.CONFIRMED);
        }
    }

    private static void makeJoinable(Lists lists) {
        MailingList made = lists.require("morning-brief");
        lists.update(new MailingList(made.id(), made.name(), made.title(), "", true, made.createdAt(), made.version()));
    }
}
