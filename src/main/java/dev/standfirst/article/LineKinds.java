package dev.standfirst.article;

import dev.standfirst.metadata.PageMetadata;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells lines that are no text of an article from those that are, by their words and by what the page says of itself.
 */
final class LineKinds {

    private static final int LINE_WORDS = 30;
    private static final int HEADLINE_WORDS = 6;
    private static final int BYLINE_LETTERS = 60;
    private static final int NAME_LETTERS = 4;
    private static final double SOME_LINK = 0.3;
    private static final double ALL_LINK = 0.9;

    /** Figures, names of months and little else: a line that tells when. */
    private static final Pattern DATE = Pattern.compile(
            "^(?:\\p{L}{2,12}[.,:]?\\s+){0,3}\\d{1,4}(?:[./\\-:h]\\d{1,4}){1,2}\\b.{0,60}$"
                    + "|^(?:\\p{L}{2,12}\\.?,?\\s+){0,2}\\d{1,2}\\.?(?:st|nd|rd|th)?\\s+(?:de\\s+)?\\p{L}{3,12}\\.?,?\\s+(?:de\\s+)?\\d{4}\\b.{0,40}$"
                    + "|^(?:\\p{L}{2,12}\\.?,?\\s+){0,2}\\p{L}{3,12}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}\\b.{0,40}$"
                    + "|^\\d{1,3}[\\s-]+min(?:ute[ns]?|uti|utos?)?\\b.{0,30}$"
                    + "|^(?:vor\\s+)?\\d{1,3}\\s+(?:hours?|days?|weeks?|months?|stunden|tagen?)(?:\\s+ago)?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "(AFP / Jane Roe)", "© Outlet", "IMAGO/Name": whose picture it is. */
    private static final Pattern CREDIT =
            Pattern.compile("^©.*|.*\\b(?:Getty Images|Shutterstock|iStock|iStockphoto|Unsplash|Pexels|Pixabay|IMAGO"
                    + "|imago images|picture alliance|AP Photo|Adobe Stock|Depositphotos)\\b[^.]{0,60}$"
                    + "|.*\\((?:AFP|AP|Reuters|dpa|EPA|EFE|ANSA|Foto|Photo|Bild)\\b[^)]{0,80}\\)$");

    private final String title;
    private final List<String> authors;
    private final Set<String> descriptions;
    private final IdentityHashMap<Block, String> folded = new IdentityHashMap<>();

    /**
     * For one page.
     *
     * @param descriptions of its pictures, see {@link PageTree#descriptions}
     */
    LineKinds(PageMetadata metadata, Set<String> descriptions) {
        this.title = Block.letters(metadata.title());
        this.authors = List.of(metadata.byline().split(",\\s*")).stream()
                .filter(name -> name.length() >= NAME_LETTERS)
                .toList();
        this.descriptions = descriptions;
    }

    /** Is the headline again. */
    boolean isTitle(Block block) {
        return !title.isEmpty() && block.letters().equals(title);
    }

    /** Says nothing wherever it stands: the title again, a word of the page's own, a picture's caption. */
    boolean isLitter(Block block) {
        if (block.words() > LINE_WORDS) {
            return false;
        }
        return isTitle(block)
                || descriptions.contains(block.letters())
                || Litter.is(Litter.Kind.LITTER, folded(block))
                || CREDIT.matcher(block.text()).matches();
    }

    /** Tells who wrote it, when, or how long it takes to read. */
    boolean isByline(Block block) {
        String text = block.text();
        return block.words() <= LINE_WORDS
                && (DATE.matcher(text).matches()
                        || (Litter.is(Litter.Kind.BYLINE, folded(block)) && !block.endsLikeSentence())
                        || authors.stream()
                                .anyMatch(
                                        name -> text.length() < name.length() + BYLINE_LETTERS && text.contains(name)));
    }

    /** Leads to another article: told by its words, or by being nothing but a link. */
    boolean isPointer(Block block) {
        if (block.linked() == 0 || block.words() > LINE_WORDS) {
            return false;
        }
        boolean line = block.is(Block.Kind.PARAGRAPH) || block.is(Block.Kind.HEADING);
        return (block.linkShare() > SOME_LINK && Litter.is(Litter.Kind.POINTER, folded(block)))
                || (block.linkShare() > ALL_LINK && (line || block.words() >= HEADLINE_WORDS));
    }

    /** Begins a section behind the article. */
    boolean isClosing(Block block) {
        return block.words() < LINE_WORDS && Litter.is(Litter.Kind.CLOSING, folded(block));
    }

    /** Begins with an author's name. */
    boolean isAboutAuthor(Block block) {
        return !block.is(Block.Kind.QUOTE)
                && authors.stream().anyMatch(name -> block.text().startsWith(name));
    }

    private String folded(Block block) {
        return folded.computeIfAbsent(block, each -> Litter.fold(each.text()));
    }
}
