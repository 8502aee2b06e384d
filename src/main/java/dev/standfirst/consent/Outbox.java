package dev.standfirst.consent;

import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.SendResult;
import dev.standfirst.node.Nodes;
import dev.standfirst.relay.Relays;
import dev.standfirst.subscriber.Unconfirmed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that answer requests, on a thread of its own and at its own pace, so that nobody can tell from the
 * time of an answer what follows. Each is claimed before and settled after, like the rows of an edition's ledger: at
 * most one mail a request. What cannot go out now is tried again, later and later, until its token ends.
 */
@Component
public class Outbox implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private static final int BATCH = 50;
    private static final long PACE_MILLIS = 1000;

    /** A server takes ten minutes at most to answer the last dot. */
    private static final Duration ABANDONED = Duration.ofMinutes(20);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration TROUBLE_WAIT = Duration.ofMinutes(10);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

    private final Requests requests;
    private final Visits visits;
    private final Screening screening;
    private final Letters letters;
    private final Unconfirmed unconfirmed;
    private final Relays server;
    private final Nodes nodes;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "outbox");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean ending;
    private @Nullable ScheduledFuture<?> beat;
    private Instant restUntil = Instant.MIN;
    private Instant nextTidying = Instant.MIN;

    @SuppressWarnings("checkstyle:ParameterNumber") // one part for each thing that happens to a mail
    Outbox(
            Requests requests,
            Visits visits,
            Screening screening,
            Letters letters,
            Unconfirmed unconfirmed,
            Relays server,
            Nodes nodes,
            Clock clock) {
        this.requests = requests;
        this.visits = visits;
        this.screening = screening;
        this.letters = letters;
        this.unconfirmed = unconfirmed;
        this.server = server;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Starts to work, once a second, until the program ends. */
    public void begin() {
        beat = timer.scheduleWithFixedDelay(this::work, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void work() {
        try {
            empty();
        } catch (RuntimeException e) {
            log.error("mails that people wait for could not be sent; they are tried again in a minute", e);
            restUntil = clock.instant().plus(FIRST_WAIT);
        }
    }

    /** Works on everything that is due, and keeps the tables small. */
    void empty() {
        tidy();
        List<Request> due = clock.instant().isBefore(restUntil) ? List.of() : requests.due(BATCH);
        if (due.isEmpty() || !nodes.mayMail()) {
            return;
        }
        try (Connection connection = new Connection(server)) {
            while (answerAll(due, connection)) {
                due = requests.due(BATCH);
            }
        }
    }

    /** Whether there may be more to answer. */
    private boolean answerAll(List<Request> due, Connection connection) {
        for (Request request : due) {
            if (ending || !answer(request, connection)) {
                return false;
            }
        }
        return !due.isEmpty();
    }

    /**
     * Sends the mail of a request, if it gets one. What fails for one, such as a template of one's own that does not
     * work, holds nobody else up.
     *
     * @return whether the next one may be tried: false where there is no server to talk to
     */
    private boolean answer(Request request, Connection connection) {
        try {
            boolean getsMail = request.state() == RequestState.WAITING || screening.pass(request);
            return !getsMail || send(request, connection);
        } catch (RuntimeException e) {
            log.error("request {} could not be answered; it is tried again in ten minutes", request.id(), e);
            requests.delay(request.id(), TROUBLE_WAIT);
            return true;
        }
    }

    private boolean send(Request request, Connection connection) {
        if (request.isExpired(clock.instant()) || screening.isStopped(request)) {
            log.info("request {} is given up: its time is over, or nobody mails there any more", request.id());
            requests.drop(request.id(), RequestState.WAITING);
            return true;
        }
        Optional<Letters.Letter> letter = letters.write(request);
        if (letter.isEmpty()) {
            log.warn(
                    "Nobody to send request {} from: no digest goes to its list. Nothing was sent."
                            + " Set standfirst.sender.address.",
                    request.id());
            requests.delay(request.id(), LONGEST_WAIT);
            return true;
        }
        return !requests.claim(request.id(), letter.get().token()) || settle(request, connection.send(letter.get()));
    }

    private boolean settle(Request request, SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            requests.settle(request.id(), RequestState.SENT, accepted.reply());
        } else if (result instanceof SendResult.Refused refused) {
            log.info("request {}: the address was refused ({})", request.id(), refused.code());
            requests.settle(request.id(), RequestState.FAILED, refused.reply());
        } else if (result instanceof SendResult.Unknown unknown) {
            log.warn("request {}: {}; it is not sent again", request.id(), unknown.reason());
            requests.settle(request.id(), RequestState.DOUBT, unknown.reason());
        } else if (result instanceof SendResult.Deferred deferred) {
            requests.postpone(request.id(), deferred.reply(), wait(request.attempts()));
        } else {
            SendResult.NoServer trouble = (SendResult.NoServer) result;
            log.warn("{}. Nothing was sent. {}", trouble.reason(), trouble.remedy());
            requests.postpone(request.id(), trouble.reason(), wait(request.attempts()));
            restUntil = clock.instant().plus(FIRST_WAIT);
            return false;
        }
        return true;
    }

    /** One minute, two, four, up to an hour. */
    private static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 6));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void tidy() {
        Instant now = clock.instant();
        if (now.isBefore(nextTidying)) {
            return;
        }
        nextTidying = now.plus(TIDY_EVERY);
        visits.tidy();
        requests.tidy(now.minus(Screening.MEMORY));
        unconfirmed.forget(now.minus(Screening.MEMORY), requests::isLive);
        int abandoned = requests.doubtAbandoned(now.minus(ABANDONED));
        if (abandoned > 0) {
            log.warn("mails that were being handed over when the program ended, and are not sent again: {}", abandoned);
        }
    }

    /** Finishes the mail in hand; the others wait in the database. */
    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        if (beat != null) {
            beat.cancel(false);
        }
        timer.shutdown();
        if (!timer.awaitTermination(30, TimeUnit.SECONDS)) {
            log.warn("a mail is still being handed over; whether it went out is not known");
        }
    }

    /** A way to send that is opened with the first mail. */
    private static final class Connection implements AutoCloseable {

        private final Relays server;
        private Optional<Mailer> open = Optional.empty();

        Connection(Relays server) {
            this.server = server;
        }

        SendResult send(Letters.Letter letter) {
            Mailer mailer = open.orElseGet(server::open);
            open = Optional.of(mailer);
            return mailer.send(letter.message());
        }

        @Override
        public void close() {
            open.ifPresent(Mailer::close);
        }
    }
}
