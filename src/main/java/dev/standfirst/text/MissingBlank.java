package dev.standfirst.text;

import dev.standfirst.text.Abbreviations.Kind;
import java.util.Locale;
import java.util.Set;

/** "the end.Then": whether a sentence ends at a mark with no blank behind it, and no address or file name around. */
final class MissingBlank {

    /** In characters: how far an address is looked for on either side. */
    private static final int FAR = 60;

    private static final String OF_ADDRESSES = "@/\\_=&#";
    private static final Set<String> NAME_ENDINGS =
            Set.of("com", "net", "org", "info", "js", "ai", "io", "tv", "ly", "me", "co");

    private MissingBlank() {}

    static boolean isEnd(Place place) {
        Follower follower = place.follower();
        if (place.paragraph().markAt(place.end()) == Mark.BULLET) {
            return true;
        }
        if (place.isDots() || place.isBehindBlank() || follower.isDigit()) {
            return false;
        }
        boolean words = place.isSingleStop() ? isBetweenSentences(place) : isWordBehindLoud(place);
        return words && !isInAddress(place);
    }

    private static boolean isWordBehindLoud(Place place) {
        Follower follower = place.follower();
        return place.kind() == Mark.LOUD && !follower.isSmall() && Character.isLetter(follower.letter());
    }

    private static boolean isBetweenSentences(Place place) {
        String word = place.word().text();
        Follower follower = place.follower();
        if (place.word().isAbbreviation() || !Character.isLetter(follower.letter())) {
            return false;
        }
        if (!Scripts.hasCase(follower.letter())) {
            return isLongWithoutCapitals(word, follower);
        }
        return follower.isCapital()
                && !isNameEnding(follower)
                && (isWord(word) || isNumber(word) || place.isClosedBehind());
    }

    /** Where no capital tells, a word must be long enough not to be short for something. */
    private static boolean isLongWithoutCapitals(String word, Follower follower) {
        int least = follower.isUnspaced() ? 1 : 3;
        return word.length() >= least
                && Character.isLetter(word.charAt(0))
                && !Scripts.hasCase(word.charAt(0))
                && word.indexOf('.') < 0
                && follower.mark() != Mark.THAI;
    }

    /** Small letters to the end, and no stop inside. */
    private static boolean isWord(String word) {
        int length = word.length();
        return length > 1
                && word.indexOf('.') < 0
                && Character.isLowerCase(word.charAt(length - 1))
                && Character.isLowerCase(word.charAt(length - 2));
    }

    /** "bought 1,000.That"; a short number counts the items of a list: "1.Flour, 2.Eggs". */
    private static boolean isNumber(String word) {
        return word.length() > 2 && Numerals.isDigits(word);
    }

    /** ".Com", ".Net": endings of names that are written large for show. */
    private static boolean isNameEnding(Follower follower) {
        String word = follower.word();
        return NAME_ENDINGS.contains(word.toLowerCase(Locale.ROOT))
                || (word.length() < 2 && !follower.is(Kind.STARTER));
    }

    private static boolean isInAddress(Place place) {
        return hasAddressSign(place.paragraph(), place.end() - 1, -1)
                || hasAddressSign(place.paragraph(), place.end(), 1);
    }

    /** Looks from here to the next blank, one step at a time. */
    private static boolean hasAddressSign(Paragraph paragraph, int from, int step) {
        int at = from;
        while (Math.abs(at - from) < FAR && paragraph.markAt(at) != Mark.BLANK) {
            if (OF_ADDRESSES.indexOf(paragraph.charAt(at)) >= 0) {
                return true;
            }
            at += step;
        }
        return false;
    }
}
