package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts what stands around and between the paragraphs of an article without being part of it. What may go depends on
 * where it stands: before the first prose a date is litter, in the middle it may be a heading, after the last prose a
 * list of links is somebody else's headlines.
 */
final class Trimming {

    private static final int LONG_TEXT = 60;
    private static final int CLOSING_WORDS = 25;

    private static final Pattern LITTER = Pattern.compile(
            "^(?:advertisement|anzeige|werbung|publicité|publicidad|sponsored|share(?: this)?(?: article| story)?|teilen|partager|compartir"
                    + "|print|drucken|imprimer|comments?|kommentare|tags?:?.*|topics?:.*|photo|image|getty images|reuters|"
                    + "listen to this article.*|(?:image|photo|picture|bild|foto|crédit|credit)s?(?: credit| source| by)?\\s*[:/].*|©.*"
                    + "|\\d+ min(?:ute)?s? read|copy link|link copied.*|loading.*|view (?:all )?comments.*|skip .*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern POINTER = Pattern.compile(
            "^(?:read (?:more|also|next|our|the full)|also (?:read|on)|see also|related|more (?:on|from|stories)|don.t miss|watch|recommended|"
                    + "lesen sie|mehr zum thema|auch interessant|zum thema|siehe auch|lire aussi|à lire|voir aussi|leer (?:más|también)|leggi anche)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CLOSING = Pattern.compile(
            "^(?:sign up|subscribe|follow us|follow \\S+ on|join our|get (?:the|our) .{0,40}newsletter|newsletter|related (?:articles|stories|posts|content)"
                    + "|more (?:from|stories|news)|recommended|you may also like|about the author|leave a (?:reply|comment)|share this|comments?"
                    + "|mehr zum thema|weitere (?:artikel|themen)|lesen sie auch|à lire aussi|sur le même sujet|artículos relacionados)\\b.{0,160}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BYLINE = Pattern.compile(
            "^(?:by|von|par|por|di)\\s+\\p{Lu}.{0,80}$|^(?:published|updated|posted|veröffentlicht|stand|publié|mis à jour|aktualisiert)\\b.{0,80}$"
                    + "|^(?:\\p{L}{2,9}\\.?,?\\s+)?\\d{1,2}\\.?\\s+\\p{L}{3,9}\\.?,?\\s+\\d{4}.{0,40}$|^\\p{L}{3,9}\\.?\\s+\\d{1,2},\\s+\\d{4}.{0,40}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<Block> blocks;
    private final String title;
    private final String byline;

    private Trimming(List<Block> blocks, String title, String byline) {
        this.blocks = blocks;
        this.title = title;
        this.byline = byline;
    }

    static List<Block> trim(List<Block> blocks, String title, String byline) {
        Trimming trimming = new Trimming(blocks, title, byline);
        int first = trimming.firstProse();
        int last = trimming.lastProse();
        return first < 0 ? List.of() : trimming.between(first, last);
    }

    private int firstProse() {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).isProse() && !isLitter(blocks.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The last prose before a closing section. */
    private int lastProse() {
        int end = closing();
        int last = -1;
        for (int i = 0; i < end; i++) {
            if (blocks.get(i).isProse() || isTail(blocks.get(i), last, i)) {
                last = i;
            }
        }
        return last;
    }

    /** Where a closing section begins; a closing line counts only when most of the prose is before it. */
    private int closing() {
        long prose = blocks.stream().mapToInt(Trimming::proseLength).sum();
        long passed = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean closes = block.words() < CLOSING_WORDS
                    && CLOSING.matcher(block.text()).matches();
            if (closes && passed * 2 > prose) {
                return i;
            }
            passed += proseLength(block);
        }
        return blocks.size();
    }

    private static int proseLength(Block block) {
        return block.isProse() ? block.text().length() : 0;
    }

    /** Short sentences, items, code and rows right behind prose still belong to it. */
    private static boolean isTail(Block block, int last, int i) {
        boolean near = last >= 0 && i - last == 1 && block.linked() < 0.5;
        return near
                && switch (block.kind()) {
                    case CODE, ROW -> true;
                    case HEADING -> false;
                    case PARAGRAPH, QUOTE, ITEM -> block.endsLikeSentence();
                };
    }

    private List<Block> between(int first, int last) {
        List<Block> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = leadIn(first); i <= last; i++) {
            Block block = blocks.get(i);
            boolean repeated = block.text().length() >= LONG_TEXT && !seen.add(block.text());
            if (!repeated && !isLitter(block) && !isPointer(block)) {
                kept.add(block);
            }
        }
        dropTrailingHeadings(kept);
        return kept;
    }

    /** A heading right before the first prose opens the text, unless it is the title. */
    private int leadIn(int first) {
        boolean heading = first > 0
                && blocks.get(first - 1).kind() == Kind.HEADING
                && !blocks.get(first - 1).element().normalName().equals("h1")
                && !isTitle(blocks.get(first - 1));
        return heading ? first - 1 : first;
    }

    private boolean isLitter(Block block) {
        String text = block.text();
        return isTitle(block)
                || (!byline.isEmpty() && text.length() < byline.length() + 40 && text.contains(byline))
                || (text.length() < 200 && LITTER.matcher(text).matches())
                || (text.length() < 120 && BYLINE.matcher(text).matches());
    }

    private boolean isTitle(Block block) {
        return !title.isEmpty() && block.text().equalsIgnoreCase(title);
    }

    /** A line that leads to another article: told by its words, or by being nothing but a link among paragraphs. */
    private static boolean isPointer(Block block) {
        boolean paragraph = block.kind() == Kind.PARAGRAPH || block.kind() == Kind.HEADING;
        boolean pointing = block.linked() > 0.3 && POINTER.matcher(block.text()).find();
        return block.words() < 40 && (pointing || (paragraph && block.linked() > 0.9));
    }

    private static void dropTrailingHeadings(List<Block> kept) {
        while (!kept.isEmpty() && kept.get(kept.size() - 1).kind() == Kind.HEADING) {
            kept.remove(kept.size() - 1);
        }
    }
}
