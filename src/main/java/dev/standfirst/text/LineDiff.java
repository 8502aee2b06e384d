package dev.standfirst.text;

import java.util.ArrayList;
import java.util.List;

/** What is different between two texts, line by line. */
public final class LineDiff {

    /** Texts that differ in more are told as one text that went and one that came. */
    private static final int CELLS = 4_000_000;

    private static final int AROUND = 3;

    private LineDiff() {}

    /** What became of a line. */
    public enum Kind {
        SAME,
        GONE,
        NEW,
        /** Not a line: some that are the same were left out here. */
        GAP
    }

    /** A line of a difference, without its line break. */
    public record Line(Kind kind, String text) {}

    /** The lines that differ, each group with the three that stand around it; empty where the texts are the same. */
    public static List<Line> of(String before, String after) {
        return before.equals(after) ? List.of() : shortened(all(lines(before), lines(after)));
    }

    /** A last line that lacks its line break is another line than one that has it. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static List<Line> all(List<String> before, List<String> after) {
        int same = 0;
        int most = Math.min(before.size(), after.size());
        while (same < most && before.get(same).equals(after.get(same))) {
            same++;
        }
        int end = 0;
        while (end < most - same && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Kind.SAME, before.subList(0, same));
        middle(before.subList(same, before.size() - end), after.subList(same, after.size() - end), lines);
        add(lines, Kind.SAME, before.subList(before.size() - end, before.size()));
        return lines;
    }

    private static void middle(List<String> before, List<String> after, List<Line> lines) {
        if ((long) before.size() * after.size() > CELLS) {
            add(lines, Kind.GONE, before);
            add(lines, Kind.NEW, after);
            return;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                add(lines, Kind.SAME, List.of(before.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                add(lines, Kind.GONE, List.of(before.get(i++)));
            } else {
                add(lines, Kind.NEW, List.of(after.get(j++)));
            }
        }
        add(lines, Kind.GONE, before.subList(i, before.size()));
        add(lines, Kind.NEW, after.subList(j, after.size()));
    }

    /** How many lines the rests of both have in common, from each line of one and of the other. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Line> lines, Kind kind, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(kind, text.replaceFirst("\\R$", ""))));
    }

    private static List<Line> shortened(List<Line> all) {
        List<Line> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean near = all.subList(Math.max(0, i - AROUND), Math.min(all.size(), i + AROUND + 1)).stream()
                    .anyMatch(line -> line.kind() != Kind.SAME);
            boolean gap = !shown.isEmpty() && shown.get(shown.size() - 1).kind() == Kind.GAP;
            if (near) {
                shown.add(all.get(i));
            } else if (!gap) {
                shown.add(new Line(Kind.GAP, ""));
            }
        }
        return shown;
    }
}
