package dev.standfirst.relay;

import dev.standfirst.mail.MailSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Several mail servers, and what each may be given. The one server that {@code standfirst.mail.host} names has its
 * limits beside it.
 *
 * @param relays by their names, in the order of the names
 * @param mail the limits of the one server
 */
@ConfigurationProperties("standfirst")
record RelaySettings(
        @DefaultValue Map<String, Server> relays,
        @DefaultValue OneServer mail) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}");
    private static final int MOST_WEIGHT = 1000;

    RelaySettings {
        Map<String, Server> sorted = new java.util.TreeMap<>(relays);
        sorted.forEach((name, server) -> server.check("standfirst.relays." + name, name));
        Limits.read("standfirst.mail", mail.limits());
        if (!sorted.isEmpty() && !mail.host().isBlank()) {
            throw new IllegalArgumentException(
                    "standfirst.mail.host is \"%s\" and standfirst.relays names %s as well; make it a relay too, or leave one of them out"
                            .formatted(mail.host(), String.join(", ", sorted.keySet())));
        }
        relays = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
    }

    /** Checked limits of one of several. */
    static Limits limits(String name, Server server) {
        return Limits.read("standfirst.relays." + name, server.limits());
    }

    /** Limits of the one server. */
    Limits ofOne() {
        return Limits.read("standfirst.mail", mail.limits());
    }

    /**
     * What may be said of the limits of a server.
     *
     * @param connections that may be open at a time
     * @param perSecond mails; 0: no limit
     * @param perHour mails; 0: no limit
     * @param domains limits of recipient domains, as {@link DomainLimits} reads them
     * @param warmUp a plan, as {@link WarmUp} reads it
     */
    record LimitSettings(int connections, int perSecond, int perHour, String domains, String warmUp) {}

    /** The limits of the one server; its host is there to tell that it is named. Components as of {@link Server}. */
    record OneServer(
            @DefaultValue("") String host,
            @DefaultValue("4") int connections,
            @DefaultValue("0") int perSecond,
            @DefaultValue("0") int perHour,
            @DefaultValue("") String domains,
            @DefaultValue("") String warmUp) {

        LimitSettings limits() {
            return new LimitSettings(connections, perSecond, perHour, domains, warmUp);
        }
    }

    /**
     * One of several servers.
     *
     * @param host its name
     * @param port its port
     * @param username for a server that wants a login, else empty
     * @param password for a server that wants a login, else empty
     * @param tls how the connection is made private
     * @param timeout how long to wait for a connection or an answer
     * @param weight its share of the connections, beside those of the others
     * @param connections that may be open at a time
     * @param perSecond mails; 0: no limit
     * @param perHour mails; 0: no limit
     * @param domains limits of recipient domains, as {@link DomainLimits} reads them
     * @param warmUp a plan, as {@link WarmUp} reads it
     */
    record Server(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("auto") MailSettings.Tls tls,
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("1") int weight,
            @DefaultValue("4") int connections,
            @DefaultValue("0") int perSecond,
            @DefaultValue("0") int perHour,
            @DefaultValue("") String domains,
            @DefaultValue("") String warmUp) {

        void check(String place, String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "standfirst.relays has the name \"%s\"; use 1 to 40 small letters and digits, such as fast2"
                                .formatted(name));
            }
            if (host.isBlank()) {
                throw new IllegalArgumentException(
                        "%1$s.host is empty; name the mail server: %1$s.host=smtp.example.org".formatted(place));
            }
            MailSettings.check(place, port, timeout, username, password);
            Limits.check(place + ".weight", weight, 1, MOST_WEIGHT);
            Limits.read(place, limits());
        }

        LimitSettings limits() {
            return new LimitSettings(connections, perSecond, perHour, domains, warmUp);
        }

        MailSettings server() {
            return new MailSettings(host, port, username, password, tls, timeout, "");
        }

        /** Without the password: settings get into logs. */
        @Override
        public String toString() {
            return "Server[%s:%d]".formatted(host, port);
        }
    }
}
