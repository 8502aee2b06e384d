package dev.standfirst.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Mail servers for tests of packages above this one. */
public final class MailServers {

    private MailServers() {}

    /** A server that listens on a port of this machine, or does not. */
    public static MailServer at(int port) {
        Clock clock = Clock.systemUTC();
        MailSettings settings =
                new MailSettings("127.0.0.1", port, "", "", MailSettings.Tls.NONE, Duration.ofSeconds(5), "");
        return new MailServer(settings, new Mailbox(Path.of("target"), clock), DkimSigner.none(), clock);
    }
}
