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
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("auto") Tls tls,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("") String files) {

    public MailSettings {
        check("standfirst.mail", port, timeout, username, password);
    }

    /**
     * Checks what is said of a server, wherever it is said.
     *
     * @param place where the settings are: "standfirst.mail"
     * @throws IllegalArgumentException with a sentence that names setting, value, reason and remedy
     */
    public static void check(String place, int port, Duration timeout, String username, String password) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("%s.port is %d; a port is 1 to 65535".formatted(place, port));
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "%s.timeout is %s; a time above nothing is needed, 60s is usual".formatted(place, timeout));
        }
        if (!username.isBlank() && password.isEmpty()) {
            throw new IllegalArgumentException(
                    "%1$s.password is empty and %1$s.username is not; set both, or none where no login is wanted"
                            .formatted(place));
        }
    }

    /** How a connection is made private. */
    public enum Tls {
        /** From the start on port 465; else STARTTLS where it is offered, and demanded where a password is sent. */
        AUTO,
        /** STARTTLS or nothing. */
        STARTTLS,
        /** TLS from the start. */
        TLS,
        /** None; for a server on this machine. */
        NONE
    }

    /** Whether no server and no folder is named. */
    public boolean isBuiltIn() {
        return host.isBlank() && files.isBlank();
    }

    /** Host and port: "mail.example.org:587". */
    public String destination() {
        return host + ":" + port;
    }

    /** Without the password: settings get into logs. */
    @Override
    public String toString() {
        return "MailSettings[%s]".formatted(destination());
    }
}
