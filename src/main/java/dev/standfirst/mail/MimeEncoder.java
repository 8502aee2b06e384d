package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Messages as MIME: multipart/alternative, the text first, or the text alone. The same message always gives the same
 * bytes: its boundary is made of what it says.
 */
final class MimeEncoder {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String END = "\r\n";

    private final Function<String, SlotText> reading;
    private final List<Segment> segments = new ArrayList<>();
    private final ByteArrayOutputStream constant = new ByteArrayOutputStream();

    private MimeEncoder(Function<String, SlotText> reading) {
        this.reading = reading;
    }

    /** A message to many people. */
    static EncodedMessage encode(MessageForm form) {
        return new MimeEncoder(SlotText::marked).encoded(form);
    }

    /** A message to one person. What looks like a mark in it is none. */
    static ReadyMessage ready(Message message) {
        MessageForm form = new MessageForm(
                message.from(),
                message.fromName(),
                message.replyTo(),
                message.subject(),
                message.date(),
                message.text(),
                message.html(),
                message.headers());
        return new MimeEncoder(SlotText::constant)
                .encoded(form)
                .fill(
                        0,
                        message.returnPath().orElse(message.from()),
                        message.to(),
                        Map.of(Slot.MESSAGE_ID, message.messageId()));
    }

    private EncodedMessage encoded(MessageForm form) {
        Part text = Part.of(form.text(), false, reading);
        Part html = Part.of(form.html(), true, reading);
        addHeaders(form);
        if (form.html().isEmpty()) {
            add(text.headers());
            form.headers().forEach(this::add);
            add(END);
            add(text);
        } else {
            // Equals sign and underscore stand together in no part, however it is encoded.
            String boundary = "=_sf-"
                    + Integer.toHexString(
                            31 * form.text().hashCode() + form.html().hashCode()) + "_=";
            field("Content-Type", "multipart/alternative; boundary=\"" + boundary + '"');
            form.headers().forEach(this::add);
            add(END + "--" + boundary + END + text.headers() + END);
            add(text);
            add(END + "--" + boundary + END + html.headers() + END);
            add(html);
            add(END + "--" + boundary + "--" + END);
        }
        flush();
        return new EncodedMessage(segments);
    }

    private void addHeaders(MessageForm form) {
        field("Date", DATE.format(form.date()));
        field("From", HeaderText.named("From", form.fromName(), "<" + address(form.from()) + ">"));
        form.replyTo().ifPresent(replyTo -> field("Reply-To", address(replyTo)));
        field("To", List.of(new BareWord("To:".length(), SlotText.marked(Slot.TO.mark()), true)));
        field("Message-ID", BareWord.all("Message-ID", "<" + Slot.MESSAGE_ID.mark() + ">"));
        field("Subject", HeaderText.words("Subject", form.subject()));
        field("MIME-Version", "1.0");
    }

    private static String address(EmailAddress address) {
        return HeaderText.bare(OneLine.of(address.wire()), true);
    }

    private void add(Message.Header header) {
        if (header.value().startsWith("<") && !reading.apply(header.value()).isConstant()) {
            field(header.name(), BareWord.all(header.name(), header.value()));
        } else {
            field(header.name(), HeaderText.value(header));
        }
    }

    private void field(String name, String folded) {
        add(name + ": " + folded + END);
    }

    private void field(String name, List<Segment> value) {
        add(name + ":");
        value.forEach(this::add);
        add(END);
    }

    private void add(Part part) {
        if (part.base64) {
            add(Base64Body.of(part.text, part.html));
            return;
        }
        List<String> constants = part.text.constants();
        for (int i = 0; i < constants.size(); i++) {
            constant.writeBytes(QuotedPrintable.encode(constants.get(i)));
            if (i + 1 < constants.size()) {
                add(new QuotedPrintable.Value(part.text.slots().get(i), part.html));
            }
        }
    }

    private void add(String same) {
        constant.writeBytes(same.getBytes(StandardCharsets.UTF_8));
    }

    private void add(Segment segment) {
        flush();
        segments.add(segment);
    }

    private void flush() {
        if (constant.size() > 0) {
            segments.add(new Segment.Constant(constant.toByteArray()));
            constant.reset();
        }
    }

    /** One of the two parts. */
    private record Part(SlotText text, boolean html, boolean base64) {

        static Part of(String content, boolean html, Function<String, SlotText> reading) {
            String lines = content.replace("\r\n", "\n").replace('\r', '\n');
            return new Part(reading.apply(lines), html, isShorterInBase64(lines));
        }

        String headers() {
            return "Content-Type: text/" + (html ? "html" : "plain") + "; charset=UTF-8" + END
                    + "Content-Transfer-Encoding: " + (base64 ? "base64" : "quoted-printable") + END;
        }

        /** Quoted-printable costs three bytes for each byte beyond ASCII, base64 four for three of all. */
        private static boolean isShorterInBase64(String content) {
            int bytes = content.getBytes(StandardCharsets.UTF_8).length;
            long ascii = content.chars().filter(c -> c < 128).count();
            return ascii + (bytes - ascii) * 3 > bytes * 4L / 3;
        }
    }
}
