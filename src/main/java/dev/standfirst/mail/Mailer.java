package dev.standfirst.mail;

import org.jspecify.annotations.Nullable;

/**
 * One open way to send, used by one thread: {@link SmtpMailer} to a server over one connection, {@link FileMailer} to
 * files. It stays usable after a failure: the next mail opens the connection anew.
 */
public interface Mailer extends AutoCloseable {

    /**
     * Sends what the work gives, one mail after the other, until it gives none or there is no server to talk to. Never
     * throws for what the server does: that is told to the work. What the work throws comes out of here; the mail in
     * hand then counts as not handed over, unless {@link Work#handing} was told of it and {@link Work#done} was not.
     */
    void send(Work work);

    /** Hands over one mail to its one recipient. */
    SendResult send(Message message);

    /** Where the mail goes, for people: "mail.example.org:587", "the built-in mailbox". */
    String destination();

    @Override
    void close();

    /** What a connection works through. Called from the sending thread alone. */
    interface Work {

        /**
         * The next mail. It may be asked for before the one before it is done, since its first commands travel with the
         * last bytes of that one.
         *
         * @return null where there is nothing more to send now: the connection stays open, and send returns when all
         *     that was given is done
         */
        @Nullable
        ReadyMessage next();

        /**
         * The final dot of this mail is about to be handed to the kernel; what comes after may be known to nobody. Told
         * again where the server said that it did not take the mail and another connection is tried.
         */
        void handing(ReadyMessage message);

        /**
         * Whether a server was asked to take this mail before, in this run or another, and did not: a connection that
         * breaks at it breaks for it.
         */
        default boolean wasTried(ReadyMessage message) {
            return false;
        }

        /**
         * What came of a mail: exactly once for each that {@link #next} gave. After a {@link SendResult.NoServer} no
         * more are taken, and all that were given and not handed over are told the same.
         */
        void done(ReadyMessage message, SendResult result);
    }
}
