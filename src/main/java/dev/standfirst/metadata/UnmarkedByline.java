package dev.standfirst.metadata;

import dev.standfirst.metadata.DateText.Found;
import dev.standfirst.metadata.PageFacts.Spot;
import dev.standfirst.metadata.TextPieces.Piece;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A name below the headline that neither words nor the names of elements mark as the author's: style sheets alone do.
 * It is one where a date or a time to read stands beside it, or where it leads to a page, or comes with a picture, of
 * its own.
 *
 * @param facts of the page
 * @param names tells people from all else
 */
record UnmarkedByline(PageFacts facts, Names names) {

    private static final int MOST_PIECES = 14;

    /** Of a box about the author, the name is among the first few texts. */
    private static final int MOST_OPENING = 3;

    /** How far into a text its date may begin, in characters: "on 17 May 2021". */
    private static final int MOST_BEFORE_DATE = 12;

    private static final int LONGEST_DATE = 60;
    private static final int SMALL = 150;
    private static final int LONGEST_ADDRESS = 400;
    private static final Pattern BORDER =
            Pattern.compile("^[\\s|•·,/–—-]++|[\\s|•·,/–—-]{1,9}$|[\\s|•·,/–—-]{1,9}(?:on|am|le|el|il)$");
    private static final Pattern READING = Pattern.compile(
            "^\\d{1,3}[ -]?(?:min\\b|minutes?\\b|minuten\\b|minuti\\b|minutos\\b|mins\\b|分)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDING = Pattern.compile("/*(?:[?#].*)?$|\\.html?(?:[?#].*)?$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final NameParts TOPICS = new NameParts()
            .and(1, "/tag", "topic", "thema", "theme", "categor", "kategori", "search", "section", "/team", "club")
            .and(1, "player", "company", "stock", "product", "wiki", "place", "/film", "rubri", "ressort");

    /** The name below a headline, or none. */
    List<String> below(Spot headline) {
        List<Piece> pieces = TextPieces.after(headline.element(), MOST_PIECES);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            String name = bare(piece.text());
            if (names.isFullName(name)
                    && (isDatedAt(pieces, i - 1)
                            || isDatedAt(pieces, i + 1)
                            || isDatedAt(pieces, i + 2)
                            || isOfItsOwn(piece.element(), name))) {
                return List.of(name);
            }
        }
        return pieces.stream()
                .map(piece -> withoutDate(piece.text()))
                .filter(names::isFullName)
                .limit(1)
                .toList();
    }

    /** The name with which a box about the author opens, or none. */
    List<String> opening(Element box) {
        return TextPieces.in(box, MOST_OPENING).stream()
                .map(piece -> bare(piece.text()))
                .filter(names::isFullName)
                .limit(1)
                .toList();
    }

    private static String bare(String text) {
        return text.length() > LONGEST_DATE ? "" : BORDER.matcher(text).replaceAll("");
    }

    /** What stands beside the date in the same text; empty where no date does. */
    private static String withoutDate(String text) {
        Found date = text.length() > LONGEST_DATE * 2 ? null : DateText.find(text, 0, true);
        return date == null
                ? ""
                : bare(date.start() > MOST_BEFORE_DATE ? text.substring(0, date.start()) : text.substring(date.end()));
    }

    private static boolean isDatedAt(List<Piece> pieces, int at) {
        String text = at < 0 || at >= pieces.size() ? "" : pieces.get(at).text();
        Found date = text.length() > LONGEST_DATE ? null : DateText.find(text, 0, true);
        return (date != null && date.start() <= MOST_BEFORE_DATE)
                || READING.matcher(text).find();
    }

    private boolean isOfItsOwn(Element element, String name) {
        String letters = plain(name);
        Element link = element.normalName().equals("a") || element.parent() == null ? element : element.parent();
        return isNamedAfter(link.attr("href"), letters)
                || facts.bylines().stream()
                        .anyMatch(spot -> isNamedAfter(spot.element().attr("href"), letters))
                || facts.pictures().stream().anyMatch(spot -> isPortrait(spot, letters));
    }

    /** Whether the last part of an address is made of a name's letters. */
    private static boolean isNamedAfter(String address, String letters) {
        if (address.isEmpty() || address.length() > LONGEST_ADDRESS || TOPICS.anywhere(address) != 0) {
            return false;
        }
        String path = ENDING.matcher(address).replaceFirst("");
        return plain(path.substring(path.lastIndexOf('/') + 1)).equals(letters);
    }

    private static boolean isPortrait(Spot picture, String letters) {
        String width = picture.element().attr("width");
        boolean small = width.length() < 4 && width.matches("\\d{1,3}") && Integer.parseInt(width) <= SMALL;
        return (small || picture.is(NameMarks.LOGO))
                && plain(picture.element().attr("alt")).equals(letters);
    }

    /** Its letters, as addresses have them. */
    private static String plain(String name) {
        String apart = Normalizer.normalize(Headlines.letters(name), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
