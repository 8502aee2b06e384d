package dev.standfirst.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;

/** Angus Mail set up for one server. */
final class SmtpSession {

    static {
        // Without it Angus looks for its stream provider through a ServiceLoader, again for every part it encodes.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private static final String UTF_8_ALLOWED = "mail.mime.allowutf8";

    private SmtpSession() {}

    static Session of(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.username().isBlank()));
        properties.setProperty("mail.smtp.connectiontimeout", millis(settings, 1));
        // One read timeout serves all replies; the one to the final dot may take ten minutes (RFC 5321, 4.5.3.2.6).
        properties.setProperty("mail.smtp.timeout", millis(settings, 10));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty(UTF_8_ALLOWED, "true");
        tls(settings, properties);
        if (!Boolean.parseBoolean(properties.getProperty("mail.smtp.ssl.enable"))) {
            properties.put("mail.smtp.socketFactory", new PromptSockets());
        }
        return Session.getInstance(properties);
    }

    /** Of messages, whoever sends them: an address beyond ASCII is written in UTF-8 (RFC 6532). */
    static Session ofMessages() {
        Properties properties = new Properties();
        properties.setProperty(UTF_8_ALLOWED, "true");
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

    private static String millis(MailSettings settings, int factor) {
        return Long.toString(settings.timeout().toMillis() * factor);
    }

    /**
     * Plain sockets that do not hold small packets back. With Nagle's algorithm the last packet of each mail waits for
     * a delayed acknowledgement, 42 ms on one machine.
     */
    static final class PromptSockets extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(new Socket(host, port, local, localPort));
        }

        private static Socket prompt(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
