package dev.standfirst.summary;

import dev.standfirst.text.Words;
import java.util.regex.Pattern;

/**
 * Lines that stand among the sentences of an article and are none: bylines, captions, credits, times, prompts. They are
 * left out before positions are counted and are never chosen.
 */
final class Litter {

    private static final int LEAST_WORDS = 4;

    private static final Pattern LINE = Pattern.compile(
            "^(?:by|von|par|por)\\s+\\p{Lu}[\\p{L}.'’-]+(?:\\s+\\p{L}[\\p{L}.'’-]*){0,6}\\s*[,|.]?$"
                    + "|^(?:photo|picture|image|video|graphic|foto|bild|crédit|credit|source|quelle)s?\\s*(?:by|:|/).*"
                    + "|^(?:published|updated|last updated|posted|created|first published|veröffentlicht|aktualisiert|publié|mis à jour)\\b.{0,80}$"
                    + "|^(?:read|see|watch|click|scroll|sign up|subscribe|follow|share|lies|lesen|lire|voir|mehr|leer)\\s+"
                    + "(?:more|also|all|below|here|down|the full|for|to|us|this|auch|aussi|mehr|todo|our)\\b.{0,120}$"
                    + "|^(?:advertisement|anzeige|publicité|related (?:articles?|stories|content)|scroll down for video)\\b.*"
                    + "|^©.*|.*\\ball rights reserved\\b.*"
                    + "|.*\\b(?:AP Photo|Getty Images|Reuters/|AFP PHOTO|Press Association Images)\\b.{0,40}$"
                    + "|^\\d{1,2}:\\d{2}\\b.{0,40}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Litter() {}

    static boolean is(String sentence) {
        if (Words.count(sentence) < LEAST_WORDS) {
            return true;
        }
        String head = sentence.length() <= 300 ? sentence : sentence.substring(0, 300);
        return LINE.matcher(head).matches() || isAllCapitals(head) || !endsLikeSentence(sentence);
    }

    private static boolean isAllCapitals(String text) {
        long upper = text.chars().filter(Character::isUpperCase).count();
        long lower = text.chars().filter(Character::isLowerCase).count();
        return upper > 8 && upper > lower * 2;
    }

    /** A heading or a caption has no terminal mark; a long line without one may still be a sentence cut short. */
    private static boolean endsLikeSentence(String sentence) {
        char last = sentence.charAt(sentence.length() - 1);
        return ".!?…。！？؟।։\"”’'»›」』)".indexOf(last) >= 0 || Words.count(sentence) > 14;
    }
}
