package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million messages from several threads: nothing of one person stands in the mail of another. */
class MillionMessagesTests {

    private static final int PEOPLE = 500_000;
    private static final int WORKERS = 4;
    private static final EmailAddress SENDER = new EmailAddress("brief@standfirst.example");
    private static final int NUMBER = 7;
    private static final String ONE = "1".repeat(NUMBER);

    @ParameterizedTest
    @ValueSource(strings = {"The tide came in. ", "Прилив пришёл. "})
    void nobodyGetsWhatIsAnotherPersons(String around) throws InterruptedException, ExecutionException {
        String text = around.repeat(30) + Slot.COMES.mark() + "\n" + Slot.CHOOSE.mark() + "\n" + around.repeat(30);
        String html = "<p>" + text + "</p><a href=\"" + Slot.UNSUBSCRIBE.mark() + "\">" + Slot.ADDRESS.mark() + "</a>";
        EncodedMessage message = EncodedMessage.of(EncodedMessageTests.form(text, html));
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int first = worker;
                tasks.add(() -> foreign(message, first));
            }
            for (Future<Integer> foreign : workers.invokeAll(tasks)) {
                assertThat(foreign.get()).isZero();
            }
        } finally {
            workers.shutdown();
        }
    }

    /**
     * How many mails of many hold anything foreign. All people's values are equally long, so their mails differ at the
     * same places: every byte is either what all share, or belongs to the person's own number.
     */
    private static int foreign(EncodedMessage message, int first) throws IOException {
        Pattern pattern = new Pattern(message);
        int foreign = 0;
        for (int person = first; person < PEOPLE; person += WORKERS) {
            byte[] mail = fill(message, person);
            foreign += pattern.isOf(person, mail) ? 0 : 1;
            if (person % 5_000 == first) {
                foreign += isReadBack(person, mail) ? 0 : 1;
            }
        }
        return foreign;
    }

    private static boolean isReadBack(int person, byte[] mail) throws IOException {
        ReceivedMail read = ReceivedMail.read(new ByteArrayInputStream(mail));
        String own = number(person);
        return read.to().equals("p" + own + "@example.org")
                && read.messageId().equals("m" + own + "@brief.example")
                && read.words("List-Unsubscribe").contains("/u/" + own + ">")
                && read.text().contains("\r\nhttps://brief.example/p/" + own + "\r\n")
                && read.html().contains("<a href=\"https://brief.example/u/" + own + "\">p" + own + "@example.org</a>");
    }

    private static byte[] fill(EncodedMessage message, int person) {
        String own = number(person);
        return message.fill(
                        person,
                        SENDER,
                        new EmailAddress("p" + own + "@example.org"),
                        Map.of(
                                Slot.COMES,
                                "at " + own + " o'clock",
                                Slot.CHOOSE,
                                "https://brief.example/p/" + own,
                                Slot.UNSUBSCRIBE,
                                "https://brief.example/u/" + own,
                                Slot.LEAVE_BY_MAIL,
                                "leave+" + own + "@brief.example",
                                Slot.MESSAGE_ID,
                                "m" + own + "@brief.example"))
                .bytes();
    }

    private static String number(int person) {
        String digits = Integer.toString(person);
        return "0".repeat(NUMBER - digits.length()) + digits;
    }

    /** A place of a mail that holds a person's number: the number itself, or lines of base64 that it stands in. */
    private record Place(int from, int to, String decoded) {

        boolean isOf(String number, byte[] mail) {
            byte[] own = Arrays.copyOfRange(mail, from, to);
            return decoded.isEmpty()
                    ? Arrays.equals(own, number.getBytes(StandardCharsets.US_ASCII))
                    : Arrays.equals(
                            Base64.getMimeDecoder().decode(own),
                            decoded.replace(ONE, number).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the mails of all people share, and where they differ. */
    private static final class Pattern {

        private final byte[] shared;
        private final List<Place> places = new ArrayList<>();

        Pattern(EncodedMessage message) {
            shared = fill(message, Integer.parseInt(ONE));
            BitSet differs = new BitSet();
            for (int digit = 0; digit < 10; digit++) {
                byte[] other = fill(message, digit * Integer.parseInt(ONE));
                for (int i = 0; i < shared.length; i++) {
                    differs.set(i, differs.get(i) || other[i] != shared[i]);
                }
            }
            for (int from = differs.nextSetBit(0); from >= 0; ) {
                Place place = place(from, differs);
                places.add(place);
                from = differs.nextSetBit(place.to());
            }
        }

        boolean isOf(int person, byte[] mail) {
            if (mail.length != shared.length) {
                return false;
            }
            String number = number(person);
            int at = 0;
            for (Place place : places) {
                if (!Arrays.equals(mail, at, place.from(), shared, at, place.from()) || !place.isOf(number, mail)) {
                    return false;
                }
                at = place.to();
            }
            return Arrays.equals(mail, at, mail.length, shared, at, mail.length);
        }

        private Place place(int from, BitSet differs) {
            int to = differs.nextClearBit(from);
            if (new String(shared, from, to - from, StandardCharsets.US_ASCII).equals(ONE)) {
                return new Place(from, to, "");
            }
            int begin = from;
            while (shared[begin - 1] != '\n') {
                begin--;
            }
            int end = lineEnd(to);
            while (differs.get(end, lineEnd(end)).cardinality() > 0) {
                end = lineEnd(end);
            }
            byte[] decoded = Base64.getMimeDecoder().decode(Arrays.copyOfRange(shared, begin, end));
            return new Place(begin, end, new String(decoded, StandardCharsets.UTF_8));
        }

        private int lineEnd(int at) {
            int end = at;
            while (shared[end] != '\n') {
                end++;
            }
            return end + 1;
        }
    }
}
