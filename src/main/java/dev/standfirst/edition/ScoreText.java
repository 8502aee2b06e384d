package dev.standfirst.edition;

import dev.standfirst.story.Score;
import dev.standfirst.story.Score.Kind;
import dev.standfirst.story.Score.Part;
import java.util.List;
import java.util.Locale;

/** A score as the database keeps it: a part a line, its name, its points, and why. */
final class ScoreText {

    private static final int LONGEST_WHY = 200;

    private ScoreText() {}

    static String of(Score score) {
        StringBuilder text = new StringBuilder();
        for (Part part : score.parts()) {
            text.append(part.kind().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%.2f", part.points()))
                    .append(' ')
                    .append(cut(part.why()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String cut(String why) {
        String line = Foreign.line(why);
        return line.length() <= LONGEST_WHY ? line : line.substring(0, LONGEST_WHY - 1) + "…";
    }

    static Score read(String text) {
        List<Part> parts = text.lines()
                .map(line -> line.split(" ", 3))
                .map(ScoreText::part)
                .toList();
        return new Score(parts);
    }

    private static Part part(String[] line) {
        return new Part(Kind.valueOf(line[0].toUpperCase(Locale.ROOT)), Double.parseDouble(line[1]), line[2]);
    }
}
