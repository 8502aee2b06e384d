package dev.standfirst.bench;

import dev.standfirst.article.Article;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.StoryGrouper;
import dev.standfirst.summary.Summary;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How long it takes to group a day's articles into stories, how the time grows, and whether the groups are right: two
 * articles in three are of events that five outlets report in words of their own, one is alone. Then articles that were
 * made to be slow.
 */
final class GroupingBench {

    private static final Instant MORNING = Instant.parse("2026-11-18T06:00:00Z");
    private static final int OUTLETS = 5;
    private static final int SENTENCES = 22;

    private GroupingBench() {}

    public static void main(String[] args) {
        int most = Integer.parseInt(args[0]);
        System.out.printf(
                "%-44s %8s %8s %8s %8s %8s %8s%n", "", "articles", "CPU s", "MB held", "stories", "wrong %", "found %");
        run("warming up", 1_000, GroupingBench::article);
        for (int articles = most / 8; articles <= most; articles *= 2) {
            judge(articles);
        }
        String text = new InventedText(7).sentences(SENTENCES);
        run("one article, again and again", most, at -> coverage(at, "Bridge opens", text));
        run("one headline", most, at -> coverage(at, "Weather", new InventedText(at).sentences(SENTENCES)));
        run("one text, a figure of its own each", most, at -> coverage(at, "Quake " + at, text + " It was number " + at + '.'));
        run("one text, an end of its own each", most, at -> coverage(at, "Bridge opens", text + ' ' + word(at) + '.'));
        run("no word in common", most, at -> coverage(at, word(at), words(at)));
        run("no text", most, at -> coverage(at, "Bridge opens", ""));
        run("no text and no headline", most, at -> coverage(at, "", ""));
    }

    private static void run(String what, int count, IntFunction<Coverage> maker) {
        time(what, count, maker);
        System.out.println();
    }

    /** The same, and how right the groups are. */
    private static void judge(int count) {
        Quality quality = Quality.of(
                time("events of five outlets, and single articles", count, GroupingBench::article), count);
        System.out.printf(" %8.2f %8.1f%n", quality.wrong(), quality.found());
    }

    private static List<Story> time(String what, int count, IntFunction<Coverage> maker) {
        List<Coverage> articles = IntStream.range(0, count).mapToObj(maker).toList();
        long before = held();
        long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Story> stories = StoryGrouper.group(articles);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e9;
        long held = held() - before;
        System.out.printf("%-44s %8d %8.2f %8d %8d", what, count, seconds, held >> 20, stories.size());
        return stories;
    }

    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Of fifteen articles ten are of two events, and five of none. */
    private static int event(int at) {
        int of = at / (3 * OUTLETS);
        int in = at % (3 * OUTLETS);
        return in < 2 * OUTLETS ? 2 * of + in % 2 : -at - 1;
    }

    /** Each event has its own names, figures and things; each outlet tells it in sentences of its own. */
    private static Coverage article(int at) {
        int event = event(at);
        Random facts = new Random(event);
        List<String> names = IntStream.range(0, 4).mapToObj(any -> name(facts)).toList();
        List<String> things = IntStream.range(0, 8).mapToObj(any -> thing(facts)).toList();
        List<Integer> figures =
                IntStream.range(0, 3).mapToObj(any -> 11 + facts.nextInt(9_000)).toList();
        Random telling = new Random(at);
        InventedText invented = new InventedText(at);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES / 2; i++) {
            text.append("The ").append(one(things, telling)).append(" of ").append(one(names, telling));
            text.append(" and the ").append(one(things, telling)).append(" were told ");
            text.append(one(figures, telling)).append(" times to ").append(one(names, telling)).append(". ");
            text.append(invented.sentences(1)).append(' ');
        }
        String headline = "The %s of %s and a %s"
                .formatted(one(things, telling), one(names, telling), one(things, telling));
        return coverage(at, headline, text.toString());
    }

    private static String name(Random random) {
        return Character.toString('A' + random.nextInt(26)) + syllables(random, 2);
    }

    /** Of a vocabulary of some thousands. */
    private static String thing(Random random) {
        return syllables(new Random(random.nextInt(4_000)), 3);
    }

    private static String syllables(Random random, int count) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < count; i++) {
            made.append("bdfgklmnprstv".charAt(random.nextInt(13))).append("aeiou".charAt(random.nextInt(5)));
        }
        return made.append('n').toString();
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String word(int at) {
        return "w" + Integer.toString(at, 26).replaceAll("\\d", "x$0y").replaceAll("\\d", "") + syllables(new Random(at), 4);
    }

    private static String words(int at) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(word(at * 200 + i)).append(' ');
        }
        return text.toString();
    }

    private static Coverage coverage(int at, String title, String text) {
        Article article = new Article(
                URI.create("https://bench.example/" + at),
                title,
                "",
                MORNING.plusSeconds(at * 7L % 86_400),
                Locale.ENGLISH,
                "",
                "",
                null,
                text,
                "",
                true);
        return new Coverage(at, article, new Summary(List.of()), "Outlet " + at % 97, "", MORNING.plusSeconds(90_000));
    }

    /**
     * How right the groups are.
     *
     * @param wrong percent of pairs in one story that are of two events
     * @param found percent of pairs of one event that are in one story
     */
    private record Quality(double wrong, double found) {

        static Quality of(List<Story> stories, int count) {
            long together = 0;
            long right = 0;
            for (Story story : stories) {
                int[] events = story.coverage().stream()
                        .mapToInt(coverage -> event((int) coverage.articleId()))
                        .sorted()
                        .toArray();
                together += (long) events.length * (events.length - 1) / 2;
                right += pairs(events);
            }
            long all = pairs(IntStream.range(0, count).map(GroupingBench::event).sorted().toArray());
            return new Quality(
                    100.0 * (together - right) / Math.max(1, together), 100.0 * right / Math.max(1, all));
        }

        /** Of equal numbers. */
        private static long pairs(int[] sorted) {
            long pairs = 0;
            int run = 0;
            for (int at = 1; at < sorted.length; at++) {
                run = sorted[at] == sorted[at - 1] ? run + 1 : 0;
                pairs += run;
            }
            return pairs;
        }
    }
}
