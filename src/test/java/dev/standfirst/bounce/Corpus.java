package dev.standfirst.bounce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails as servers and people send them back, with what each says; all of them invented. */
final class Corpus {

    static final ReturnAddress ADDRESS = new ReturnAddress("bounces", "post.example");

    private static final Path FOLDER = Path.of("src/test/resources/dev/standfirst/bounce/corpus");

    private Corpus() {}

    /** What each mail that a list names is expected to say, one line a report. */
    static Map<String, List<String>> expected(String list) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(FOLDER.resolve(list))) {
                if (!line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    expected.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                            .add(line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }

    static byte[] mail(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the recogniser makes of a mail, in the words of the lists. */
    static List<String> told(String name) {
        return new Recogniser(ADDRESS)
                .read(mail(name)).reports().stream().map(Corpus::line).toList();
    }

    private static String line(Report report) {
        if (report instanceof Report.Failure failure) {
            return "FAILURE %s %s".formatted(failure.cause(), orDash(failure.recipient()));
        }
        if (report instanceof Report.Delayed delayed) {
            return "DELAYED " + orDash(delayed.recipient());
        }
        if (report instanceof Report.Complaint complaint) {
            return "COMPLAINT " + orDash(complaint.recipient());
        }
        if (report instanceof Report.AutoReply reply) {
            return "AUTOREPLY " + reply.kind();
        }
        return report instanceof Report.Unsubscribe ? "UNSUBSCRIBE" : "UNRECOGNISED";
    }

    private static String orDash(String address) {
        return address.isEmpty() ? "-" : address;
    }
}
