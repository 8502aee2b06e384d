package dev.standfirst.text;

import dev.standfirst.text.Abbreviations.Kind;
import java.lang.Character.UnicodeScript;
import java.util.function.Predicate;

/**
 * Reasons for and against the end of a sentence, in the order in which they are weighed: the first that holds decides.
 * Where none does, the sentence ends.
 */
enum Boundary {
    THE_PARAGRAPH_IS_OVER(true, Place::isLast),

    /** "... and so": marks that open a sentence. */
    NOTHING_IS_SAID_YET(false, Place::isEmpty),

    /** The sentences of a quotation or of a bracket stay together. */
    A_PAIR_IS_OPEN(false, Place::isInPair),

    /** "(!)", "[...]". */
    THE_MARK_IS_BRACKETED(false, Place::isAloneInBrackets),

    /** "1. First". */
    A_LIST_ITEM_BEGINS(false, place -> place.isSingleStop() && place.isListNumber()),

    /** "etc., and". */
    A_COMMA_FOLLOWS(false, place -> place.follower().isPunctuation()),

    /** "「…。」と言った", "\"….\"라고 했다", "“Stop!” Anna said". */
    SPEECH_IS_REPORTED(false, Boundary::isReported),

    /** "３．２９". */
    A_NUMBER_GOES_ON(
            false,
            place -> !place.isBeforeBlank()
                    && place.follower().isDigit()
                    && place.word().isDigits()),

    /** "ایم۔اے": letters of a shortened name, joined by the stop of Urdu. */
    LETTERS_ARE_JOINED(false, Boundary::isJoined),

    /** "。", "।". */
    THE_MARK_ENDS_SENTENCES_ONLY(true, place -> place.kind() == Mark.FINAL || place.kind() == Mark.LOCAL),

    /** "the end.Then". */
    A_BLANK_IS_MISSING(true, place -> !place.isBeforeBlank() && MissingBlank.isEnd(place)),

    /** "example.org". */
    NO_BLANK_FOLLOWS(false, place -> !place.isBeforeBlank()),

    /** "See you 😀 We are off", "“But I—” The line went dead". */
    A_SENTENCE_FOLLOWS_UNMARKED(
            true,
            place -> isUnmarked(place)
                    && place.follower().isCapital()
                    && place.follower().is(Kind.STARTER)),

    /** "I 💛 Paris". */
    NO_MARK_STANDS_HERE(false, Boundary::isUnmarked),

    /** "It ended. ...and began". */
    DOTS_OPEN_A_SENTENCE(true, place -> place.isSingleStop() && place.follower().isDotsBeforeWord()),

    /** "Fue ayer. ¿y hoy?". */
    A_TURNED_MARK_OPENS_A_SENTENCE(true, place -> place.follower().isTurnedOver()),

    /** "we went outside. the rain had stopped": written without capitals. */
    A_SENTENCE_FOLLOWS_IN_SMALL_LETTERS(true, Boundary::isWithoutCapitals),

    A_SMALL_LETTER_FOLLOWS(
            false, place -> place.follower().isSmall() && !place.follower().isCamel()),

    /** "the thing is ... I forgot": "I" is always large, so it tells nothing. */
    DOTS_COME_BEFORE_I(
            false,
            place -> place.isDots()
                    && place.isBehindBlank()
                    && place.follower().word().equals("I")),

    /** "Yahoo! Japan". */
    THE_NAME_HAS_A_MARK(
            false, place -> place.kind() == Mark.LOUD && place.kinds().contains(Kind.SHOUT)),

    MORE_THAN_A_STOP(true, place -> !place.isSingleStop()),

    /** "Mr. Smith", "e.g. Tuesday". */
    THE_WORD_WANTS_MORE(
            false, place -> place.kinds().contains(Kind.TITLE) || place.kinds().contains(Kind.LINK)),

    /** "No. 5", "p. 55", "Vol. IV". */
    THE_WORD_WANTS_ITS_NUMBER(false, Boundary::isBeforeItsNumber),

    /** "3. 5. 2024". */
    A_DATE_IS_COUNTED(
            false,
            place -> place.word().isDigits()
                    && place.follower().isDigit()
                    && !place.paragraph().words().all(Kind.ORDINAL).isEmpty()),

    /** "in the U.S. The". */
    A_USUAL_FIRST_WORD_FOLLOWS(true, place -> place.follower().is(Kind.STARTER) && !isBeforeSurname(place)),

    /** "5 p.m. Monday", "At 5 a.m. Anna rose", "В 1990 г. Анна". */
    A_TIME_GOES_ON(false, place -> isClosed(place) && (place.follower().is(Kind.DAY) || isBareTime(place))),

    /** "at 5 p.m. Anna", "в 1990 г. Анна". */
    THE_WORD_CLOSES(true, Boundary::isClosed),

    /** "डॉ. शर्मा", "د. أحمد". */
    THE_WORD_IS_TOO_SHORT(false, place -> place.word().isShortWithoutCapitals()),

    /** "Inc. Chairman". */
    THE_WORD_IS_OFTEN_SHORT(
            false, place -> place.kinds().contains(Kind.TAIL) || place.kinds().contains(Kind.UNIT)),

    /** "J. Smith", "U.S. Senate", "Hptm. Koch". */
    THE_WORD_LOOKS_SHORTENED(false, Boundary::isShortened),

    /** "am 3. Mai", "Karl II. Stuart". */
    THE_NUMBER_IS_AN_ORDINAL(false, Boundary::isOrdinal);

    private static final Boundary[] REASONS = values();

    private final boolean ends;

    @SuppressWarnings("ImmutableEnumChecker") // the predicates above hold no state
    private final Predicate<Place> holds;

    Boundary(boolean ends, Predicate<Place> holds) {
        this.ends = ends;
        this.holds = holds;
    }

    /** Whether a sentence ends at this place. */
    static boolean isAt(Place place) {
        for (Boundary reason : REASONS) {
            if (reason.holds.test(place)) {
                return reason.ends;
            }
        }
        return true;
    }

    private static boolean isReported(Place place) {
        if (!place.isClosedBehind()) {
            return false;
        }
        Follower follower = place.follower();
        UnicodeScript script = UnicodeScript.of(follower.letter());
        boolean particle =
                !place.isBeforeBlank() && (script == UnicodeScript.HIRAGANA || script == UnicodeScript.HANGUL);
        return particle || (place.kind() != Mark.STOP && follower.isSpeaker());
    }

    private static boolean isJoined(Place place) {
        String text = place.paragraph().text();
        return !place.isBeforeBlank()
                && text.charAt(place.marksEnd() - 1) == '۔'
                && place.word().text().length() <= 4;
    }

    private static boolean isUnmarked(Place place) {
        return place.kind() == Mark.EMOJI || place.kind() == Mark.DASH;
    }

    private static boolean isBeforeItsNumber(Place place) {
        Follower follower = place.follower();
        return place.kinds().contains(Kind.NUMBER) && (follower.isDigit() || follower.isRomanNumber());
    }

    private static boolean isClosed(Place place) {
        return place.kinds().contains(Kind.CLOSE)
                || (place.kinds().contains(Kind.UNIT) && place.word().isBehindNumber());
    }

    private static boolean isWithoutCapitals(Place place) {
        return place.isSingleStop()
                && place.word().isLong()
                && !place.word().isAbbreviation()
                && !place.isClosedBehind()
                && place.follower().isSmall()
                && place.follower().is(Kind.STARTER);
    }

    /** "At 5 a.m." alone is no sentence. */
    private static boolean isBareTime(Place place) {
        return place.isBarelyBegun() && place.word().isBehindNumber();
    }

    /** "J. De Vries". */
    private static boolean isBeforeSurname(Place place) {
        Follower follower = place.follower();
        return place.word().isInitial() && follower.is(Kind.NAME) && follower.isBeforeCapital();
    }

    private static boolean isShortened(Place place) {
        WordBefore word = place.word();
        boolean beforeDigit = place.follower().isDigit();
        if (word.isInitial()) {
            return !beforeDigit || word.isSmallInitial();
        }
        return word.isDotted() || (!beforeDigit && word.isUnspeakable());
    }

    private static boolean isOrdinal(Place place) {
        Abbreviations words = place.paragraph().words();
        return place.word().isCountable()
                && !place.follower().isDigit()
                && (words.all(Kind.ORDINAL).contains("*")
                        || place.word().isBehind(Kind.ORDINAL)
                        || (!words.all(Kind.ORDINAL).isEmpty() && place.word().isNumberOfKing()));
    }
}
