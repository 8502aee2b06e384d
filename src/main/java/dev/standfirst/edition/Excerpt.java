package dev.standfirst.edition;

import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Kind;
import dev.standfirst.edition.Edition.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Some stories of an edition, told as the edition tells them, in its order, numbered anew. Where so few are left that
 * the mail has room, those come into it that the whole edition shows in the browser alone.
 */
final class Excerpt {

    private final Edition whole;
    private final BitSet kept;
    private int number;

    private Excerpt(Edition whole, BitSet kept) {
        this.whole = whole;
        this.kept = kept;
    }

    /**
     * Makes an excerpt.
     *
     * @param kept numbers of its stories, at least one
     * @param language of the mail's own words
     * @param gather whether stories come into the mail that the whole edition shows in the browser
     */
    static Edition of(Edition whole, BitSet kept, Locale language, boolean gather) {
        return new Excerpt(whole, kept).make(language, gather);
    }

    private Edition make(Locale language, boolean gather) {
        boolean fits = gather && kept.cardinality() <= stories(whole.sections());
        List<Section> mail = numbered(left(fits ? joined() : whole.sections()));
        List<Section> more = fits ? List.of() : numbered(left(whole.more()));
        List<String> headlines = Stream.concat(mail.stream(), more.stream())
                .flatMap(section -> section.items().stream())
                .map(Item::headline)
                .toList();
        return new Edition(
                whole.digest(),
                whole.date(),
                whole.title(),
                SubjectLine.subject(headlines, language),
                Editor.preheader(headlines, mail.isEmpty() ? more : mail),
                mail,
                more,
                whole.articles(),
                mail.stream()
                        .flatMap(section -> section.items().stream())
                        .mapToInt(Item::words)
                        .sum());
    }

    /** All sections, those of one kind and topic in one, the stories in brief last. */
    private List<Section> joined() {
        Map<List<Object>, List<Item>> items = new LinkedHashMap<>();
        Stream.concat(whole.sections().stream(), whole.more().stream())
                .forEach(section -> items.computeIfAbsent(
                                List.of(section.kind(), section.topic()), key -> new ArrayList<>())
                        .addAll(section.items()));
        List<Section> sections = new ArrayList<>();
        List<Section> brief = new ArrayList<>();
        items.forEach((key, of) -> {
            Section section = new Section((Kind) key.get(0), (String) key.get(1), of);
            (section.kind() == Kind.BRIEF ? brief : sections).add(section);
        });
        sections.addAll(brief);
        return sections;
    }

    private List<Section> left(List<Section> sections) {
        return sections.stream()
                .map(section -> new Section(
                        section.kind(),
                        section.topic(),
                        section.items().stream()
                                .filter(item -> kept.get(item.number()))
                                .toList()))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    private List<Section> numbered(List<Section> sections) {
        List<Section> numbered = new ArrayList<>();
        for (Section section : sections) {
            List<Item> items = new ArrayList<>();
            section.items().forEach(item -> items.add(item.numbered(++number)));
            numbered.add(new Section(section.kind(), section.topic(), items));
        }
        return numbered;
    }

    private static int stories(List<Section> sections) {
        return sections.stream().mapToInt(section -> section.items().size()).sum();
    }
}
