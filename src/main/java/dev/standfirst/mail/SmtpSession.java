package dev.standfirst.mail;

import jakarta.mail.Session;
import java.util.Properties;

/** Angus Mail set up for one server. */
final class SmtpSession {

    static {
        // Without it Angus looks for its stream provider through a ServiceLoader, again for every part it encodes.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private SmtpSession() {}

    /**
     * Settings to open connections with.
     *
     * @param sockets learn of each socket that is opened
     */
    static Session of(MailSettings settings, SmtpSockets sockets) {
        Properties properties = new Properties();
        String timeout = Long.toString(settings.timeout().toMillis());
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.username().isBlank()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.socketFactory", sockets.plain());
        properties.put("mail.smtp.ssl.socketFactory", sockets.secure());
        // Else Angus tries once more, over a socket that nobody told us of.
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        tls(settings, properties);
        return Session.getInstance(properties);
    }

    /** Of messages, whoever sends them: an address beyond ASCII is written in UTF-8 (RFC 6532). */
    static Session ofMessages() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    private static void tls(MailSettings settings, Properties properties) {
        boolean secret = !settings.username().isBlank();
        boolean direct = settings.tls() == MailSettings.Tls.TLS
                || (settings.tls() == MailSettings.Tls.AUTO && settings.port() == 465);
        boolean demanded = settings.tls() == MailSettings.Tls.STARTTLS
                || (settings.tls() == MailSettings.Tls.AUTO && secret && !isHere(settings.host()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(direct));
        properties.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(!direct && settings.tls() != MailSettings.Tls.NONE));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!direct && demanded));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
}
