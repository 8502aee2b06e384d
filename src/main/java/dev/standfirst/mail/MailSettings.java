package dev.standfirst.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param host its name; empty means the built-in mailbox
 * @param port its port
 * @param username for servers that want a login, else empty
 * @param password for servers that want a login, else empty
 * @param tls how the connection is made private
 * @param timeout how long to wait for a connection or an answer; the answer to the final dot may take ten times as long
 * @param files a folder: mails are written there as files and no server is talked to; empty in normal use
 */
@ConfigurationProperties("standfirst.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("auto") Tls tls,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("") String files) {

    MailSettings {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("standfirst.mail.port is %d; a port is 1 to 65535".formatted(port));
        }
    }

    /** How a connection is made private. */
    enum Tls {
        /** From the start on port 465; else STARTTLS where it is offered, and demanded where a password is sent. */
        AUTO,
        /** STARTTLS or nothing. */
        STARTTLS,
        /** TLS from the start. */
        TLS,
        /** None; for a server on this machine. */
        NONE
    }

    boolean isBuiltIn() {
        return host.isBlank() && files.isBlank();
    }

    String destination() {
        return host + ":" + port;
    }
}
