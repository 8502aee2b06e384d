package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Invented reports, each with the event it is of, and how well they are grouped. */
final class LabelledReports {

    private final List<Coverage> coverage = new ArrayList<>();
    private final Map<Long, String> events = new HashMap<>();

    /** The reports of files that lie beside this class. */
    static LabelledReports of(String... files) throws IOException {
        LabelledReports reports = new LabelledReports();
        for (String file : files) {
            try (InputStream in = Objects.requireNonNull(LabelledReports.class.getResourceAsStream(file), file)) {
                reports.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return reports;
    }

    private void read(String file) {
        for (String block : file.split("(?m)^== ")) {
            if (!block.startsWith("#")) {
                String[] lines = block.strip().split("\n", 3);
                String[] head = lines[0].split(" \\| ");
                long id = coverage.size() + 1L;
                events.put(id, head[0]);
                coverage.add(Report.of(id, head[1], lines[1], lines[2])
                        .in(head[2])
                        .at(head[3])
                        .coverage());
            }
        }
    }

    List<Coverage> coverage() {
        return coverage;
    }

    /** How the program groups them. */
    Grouping group() {
        List<Story> stories = StoryGrouper.group(coverage);
        int together = 0;
        int wrong = 0;
        Map<String, Integer> told = new HashMap<>();
        for (Story story : stories) {
            List<String> of = story.coverage().stream()
                    .map(one -> events.getOrDefault(one.articleId(), ""))
                    .toList();
            of.stream().distinct().forEach(event -> told.merge(event, 1, Integer::sum));
            together += pairs(of.size());
            wrong += pairs(of.size()) - same(of);
        }
        List<String> all = List.copyOf(events.values());
        int again = told.values().stream().mapToInt(times -> times - 1).sum();
        return new Grouping(stories.size(), together, wrong, same(all), pairs(all.size()) - same(all), again);
    }

    private static int same(List<String> events) {
        return events.stream()
                .distinct()
                .mapToInt(event ->
                        pairs((int) events.stream().filter(event::equals).count()))
                .sum();
    }

    private static int pairs(int count) {
        return count * (count - 1) / 2;
    }

    /**
     * How well reports are grouped.
     *
     * @param together pairs in one story
     * @param wrong pairs in one story that are of different events
     * @param same pairs of one event
     * @param unrelated pairs of different events
     * @param again stories that tell what another one tells
     */
    record Grouping(int stories, int together, int wrong, int same, int unrelated, int again) {}
}
