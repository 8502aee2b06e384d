package dev.standfirst.bench;

import dev.standfirst.mail.Slot;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The same edition as careful programs send it with Angus Mail: one transport a thread, opened once, without waiting for
 * full packets, and each mail built and encoded for its person. No ledger is kept.
 */
final class AngusSending {

    private static final String LINK = "https://brief.example/u/%d-4f9d2c7a1be84c30a5d1";

    private final Session session;
    private final String html;
    private final String text;
    private final AtomicLong next = new AtomicLong();
    private final long mails;

    private volatile OwnUse use = new OwnUse();

    private AngusSending(int port, long mails, Path folder) throws IOException {
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", new Prompt());
        this.session = Session.getInstance(properties);
        this.mails = mails;
        this.html = Files.readString(folder.resolve("edition.html"));
        this.text = Files.readString(folder.resolve("edition.txt"));
    }

    /** Takes port, connections, mails, and the folder of the edition. */
    public static void main(String[] args) throws Exception {
        AngusSending sending = new AngusSending(Integer.parseInt(args[0]), Long.parseLong(args[2]), Path.of(args[3]));
        System.out.println("ready 0 0");
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        sending.use = new OwnUse();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            Thread thread = new Thread(sending::work);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("done " + sending.use.report(sending.mails - sending.mails / Measured.WARM).line());
    }

    private void work() {
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            transport.connect();
            for (long one = next.incrementAndGet(); one <= mails; one = next.incrementAndGet()) {
                if (one == mails / Measured.WARM) {
                    use = new OwnUse();
                }
                MimeMessage message = message(10_000_000 + one);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            System.err.println("Angus: " + e.getMessage());
            System.exit(1);
        }
    }

    @SuppressWarnings("JavaUtilDate") // Angus takes no other
    private MimeMessage message(long person) throws MessagingException {
        String address = "p" + person + "@example.org";
        String link = LINK.formatted(person);
        Named message = new Named(session, "brief.2026-11-26." + person + "@brief.example");
        message.setEnvelopeFrom("bounce+" + person + "@brief.example");
        message.setFrom("Measured Brief <brief@brief.example>");
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject("Measured Brief", "utf-8");
        message.setSentDate(new Date());
        message.setHeader("List-Id", "Measured Brief <brief.brief.example>");
        message.setHeader("List-Unsubscribe", "<" + link + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(fill(text, address, link), "plain"));
        parts.addBodyPart(part(fill(html, address, link), "html"));
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "utf-8", kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String fill(String of, String address, String link) {
        return of.replace(Slot.ADDRESS.mark(), address)
                .replace(Slot.SINCE.mark(), "1 January 2026")
                .replace(Slot.COMES.mark(), "every day")
                .replace(Slot.CHOOSE.mark(), link)
                .replace(Slot.UNSUBSCRIBE.mark(), link);
    }

    /** With a Message-ID that saving does not replace. */
    private static final class Named extends SMTPMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    /** Sockets that do not hold small packets back. */
    private static final class Prompt extends SocketFactory {

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
