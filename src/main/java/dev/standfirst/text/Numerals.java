package dev.standfirst.text;

/** Numbers as words of a text. */
final class Numerals {

    private Numerals() {}

    static boolean isRoman(String word) {
        return !word.isEmpty() && consistsOf(word, "IVXLCDM");
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }

    /** "1", "12", "2.3", "a", "iv", "IV": what counts the items of a list, without its stop or bracket. */
    static boolean isListNumber(String word) {
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
        return letter || isSectionNumber(word) || isRoman(word) || (!word.isEmpty() && consistsOf(word, "ivx"));
    }

    private static boolean isSectionNumber(String word) {
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            digits = word.charAt(i) == '.' ? 0 : digits + 1;
            if (digits > 3 || (digits > 0 && !Character.isDigit(word.charAt(i)))) {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean consistsOf(String word, String letters) {
        return word.chars().allMatch(c -> letters.indexOf(c) >= 0);
    }
}
