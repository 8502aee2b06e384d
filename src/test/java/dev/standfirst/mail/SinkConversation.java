package dev.standfirst.mail;

import dev.standfirst.mail.SinkFault.Action;
import dev.standfirst.mail.SinkFault.Stage;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection to a {@link SmtpSink}: the commands in their order, and what a fault makes of them. */
final class SinkConversation {

    private static final Pattern MAIL = Pattern.compile("(?i)MAIL FROM:(<[^<>]*>)( .*)?");
    private static final Pattern RCPT = Pattern.compile("(?i)RCPT TO:<([^<>]+)>( .*)?");
    private static final String OUT_OF_ORDER = "503 5.5.1 not now";
    private static final String GARBAGE = "\u0001\u0002 this is no answer";

    private final SmtpSink sink;
    private final SinkOptions options;
    private final SinkRules rules;
    private final int number;
    private final SinkWire wire;
    private final SinkLogin login;
    private Socket socket;
    private boolean greeted;
    private boolean secret;
    private boolean body8;
    private boolean utf8;
    private String sender = "";
    private String recipient = "";
    private int mails;

    /** The connection ends here. */
    private static final class Ended extends IOException {}

    SinkConversation(SmtpSink sink, Socket socket, int number) throws IOException {
        this.sink = sink;
        this.options = sink.options();
        this.rules = sink.rules();
        this.socket = socket;
        this.number = number;
        this.wire = new SinkWire(socket, options.delay(), sink::violation);
        this.login = new SinkLogin(options.login(), wire);
    }

    /** Talks until either side has enough. */
    void run(boolean full) throws IOException {
        if (full) {
            wire.reply("421 4.7.0 too many connections");
            wire.flush();
            return;
        }
        if (wire.isAhead()) {
            sink.violation("a client that speaks first");
        }
        try {
            meet(Stage.CONNECT, "220 sink ESMTP");
            for (String line = wire.command(); line != null; line = wire.command()) {
                answer(line);
            }
        } catch (Ended e) {
            wire.flush();
        }
    }

    private void answer(String line) throws IOException {
        if (rules.isAway()) {
            end("421 4.3.2 going away");
        }
        String verb = line.replaceAll("[ :].*", "").toUpperCase(Locale.ROOT);
        if (!options.announces("PIPELINING") && wire.isAhead()) {
            sink.violation("commands in a group that was not offered: " + verb);
        }
        switch (verb) {
            case "EHLO", "HELO" -> ehlo();
            case "STARTTLS" -> startTls();
            case "AUTH" -> auth(line);
            case "MAIL" -> mail(line);
            case "RCPT" -> rcpt(line);
            case "DATA" -> data();
            case "RSET" -> reset("250 2.0.0 forgotten");
            case "NOOP" -> wire.reply("250 2.0.0 ok");
            case "QUIT" -> end("221 2.0.0 bye");
            default -> wire.reply("500 5.5.2 no such command");
        }
    }

    private void ehlo() throws IOException {
        greeted = true;
        sender = "";
        recipient = "";
        StringBuilder lines = new StringBuilder("250-sink\r\n");
        for (String one : new String[] {"PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES"}) {
            add(lines, one, one, true);
        }
        add(lines, "SIZE", "SIZE " + options.size(), true);
        add(lines, "SMTPUTF8", "SMTPUTF8", sink.offersUtf8());
        add(lines, "STARTTLS", "STARTTLS", options.keys().isPresent() && !secret);
        add(lines, "AUTH", "AUTH PLAIN LOGIN", !options.login().isEmpty());
        meet(Stage.EHLO, lines + "250 HELP");
    }

    private void add(StringBuilder lines, String extension, String line, boolean there) {
        if (there && options.announces(extension)) {
            lines.append("250-").append(line).append("\r\n");
        }
    }

    private void startTls() throws IOException {
        Optional<SSLContext> tls = sink.tls();
        if (tls.isEmpty() || secret) {
            wire.reply(OUT_OF_ORDER);
            return;
        }
        if (wire.isAhead()) {
            sink.violation("commands behind STARTTLS");
        }
        wire.reply("220 2.0.0 go on");
        wire.flush();
        SSLSocket wrapped = (SSLSocket) tls.get().getSocketFactory().createSocket(socket, null, true);
        wrapped.startHandshake();
        socket = wrapped;
        wire.use(wrapped);
        secret = true;
        greeted = false;
    }

    private void auth(String line) throws IOException {
        boolean right = login.ask(line);
        if (!right) {
            sink.note("login refused " + number);
        }
        meet(Stage.AUTH, right ? "235 2.7.0 welcome" : "535 5.7.8 wrong user or password");
    }

    private void mail(String line) throws IOException {
        Matcher parts = MAIL.matcher(line);
        if (!greeted || !sender.isEmpty() || !parts.matches()) {
            wire.reply(parts.matches() ? OUT_OF_ORDER : "501 5.5.4 wrong MAIL");
            sink.violation("not in order or not in form: " + line);
            return;
        }
        if (!login.isDone()) {
            wire.reply("530 5.7.0 log in first");
            return;
        }
        if (options.perConnection() > 0 && mails >= options.perConnection()) {
            end("421 4.7.0 enough mails for one connection");
        }
        String parameters = parts.group(2) == null ? "" : parts.group(2).toUpperCase(Locale.ROOT);
        body8 = parameters.contains("BODY=8BITMIME");
        utf8 = parameters.contains("SMTPUTF8");
        if (utf8 && !sink.offersUtf8()) {
            sink.violation("SMTPUTF8, which was not offered");
        }
        sink.sender(line.replaceAll("(?i)^mail from:", ""));
        if (meet(Stage.MAIL, "250 2.1.0 ok")) {
            sender = parts.group(1);
        }
    }

    private void rcpt(String line) throws IOException {
        Matcher parts = RCPT.matcher(line);
        if (sender.isEmpty() || !parts.matches()) {
            // In a group, a refused MAIL is followed by the rest of it.
            wire.reply(parts.matches() ? OUT_OF_ORDER : "501 5.5.4 wrong RCPT");
            return;
        }
        String asked = parts.group(1);
        Optional<String> later = rules.notNow(asked);
        if (later.isPresent() && later.get().startsWith("421")) {
            end(later.get());
        }
        if (later.isPresent()) {
            wire.reply(later.get());
        } else if (meet(Stage.RCPT, asked, "250 2.1.5 ok")) {
            recipient = asked;
        }
    }

    private void data() throws IOException {
        if (recipient.isEmpty()) {
            wire.reply(sender.isEmpty() ? OUT_OF_ORDER : "554 5.5.1 no valid recipients");
            sender = "";
            return;
        }
        if (wire.isAhead()) {
            sink.violation("a text that does not wait for 354");
        }
        if (!meet(Stage.DATA, recipient, "354 go on")) {
            return;
        }
        Optional<SinkFault> middle = rules.at(Stage.MID, recipient);
        if (middle.filter(fault -> fault.action() == Action.HANG).isPresent()) {
            sink.rest(middle.get().lasts());
        }
        byte[] text =
                wire.text(middle.filter(fault -> fault.action() == Action.CUT).isPresent());
        if (text == null) {
            throw new Ended();
        }
        if (wire.hadEightBits() && !body8 && !utf8) {
            sink.violation("bytes beyond ASCII that were not told");
        }
        mails++;
        dot(text);
        sender = "";
        recipient = "";
    }

    private void dot(byte[] text) throws IOException {
        if (text.length > options.size()) {
            wire.reply("552 5.3.4 too big");
            return;
        }
        Optional<SinkFault> fault = rules.at(Stage.DOT, recipient);
        Action action = fault.map(SinkFault::action).orElse(null);
        if (action == Action.SWALLOW) {
            wire.reply("250 2.0.0 taken");
            return;
        }
        if (action == Action.REPLY) {
            wire.reply(fault.get().reply());
            return;
        }
        boolean told = action == null;
        boolean kept = told || fault.get().kept();
        sink.take(recipient, text, sender, number, told ? "answered" : kept ? "unanswered" : "lost");
        if (told) {
            wire.reply("250 2.0.0 taken");
            return;
        }
        fail(fault.get());
        wire.reply("250 2.0.0 taken");
    }

    private void reset(String answer) throws IOException {
        sender = "";
        recipient = "";
        wire.reply(answer);
    }

    private boolean meet(Stage stage, String good) throws IOException {
        return meet(stage, "", good);
    }

    /** Answers well, unless a fault comes in between; tells whether it did not. */
    private boolean meet(Stage stage, String whom, String good) throws IOException {
        Optional<SinkFault> fault = rules.at(stage, whom);
        if (fault.isPresent() && fault.get().action() == Action.REPLY) {
            wire.reply(fault.get().reply());
            return false;
        }
        if (fault.isPresent()) {
            fail(fault.get());
        }
        wire.reply(good);
        return true;
    }

    /** Ends the connection, or comes back where the usual answer follows late. */
    private void fail(SinkFault fault) throws IOException {
        switch (fault.action()) {
            case CUT -> throw new Ended();
            case BYE -> end(fault.reply());
            case GARBAGE -> end(GARBAGE);
            case HANG -> {
                wire.flush();
                sink.rest(fault.lasts());
            }
            default -> throw new IllegalStateException(fault.action() + " is no fault of " + fault.stage());
        }
    }

    private void end(String answer) throws IOException {
        wire.reply(answer);
        throw new Ended();
    }
}
