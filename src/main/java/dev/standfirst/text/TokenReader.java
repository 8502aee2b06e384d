package dev.standfirst.text;

/** Reads one text into tokens, with the numbers of a vocabulary. */
final class TokenReader {

    /** In characters. */
    private static final int USUAL_WORD = 5;

    private final Vocabulary vocabulary;
    private final Vocabulary.Stems stems;
    private final Stemming language;
    private final char[] text;
    private final WordScanner words;
    private final Folding folding = new Folding();
    private final boolean turkish;
    private final Tokens tokens;

    TokenReader(Vocabulary vocabulary, Vocabulary.Stems stems, Stemming language, String text) {
        this.vocabulary = vocabulary;
        this.stems = stems;
        this.language = language;
        this.text = text.toCharArray();
        this.words = new WordScanner(this.text);
        this.turkish = language.isTurkish();
        this.tokens = new Tokens(text.length() / USUAL_WORD + 1);
    }

    Tokens read() {
        while (words.next()) {
            if ((words.kinds() & CharKinds.SPACELESS) != 0) {
                addPairs();
            } else if (words.hyphens() == 1 && isLetterAndWord()) {
                addWithoutHyphen();
            } else {
                add(words.from(), words.to(), words.kinds(), 0);
            }
        }
        return tokens;
    }

    private void add(int from, int to, int kinds, int flags) {
        folding.fold(text, from, to, kinds, turkish);
        addFolded(from, to, kinds, flags);
    }

    private void addFolded(int from, int to, int kinds, int flags) {
        int folded = vocabulary.number(folding.chars, 0, folding.length, folding.hash);
        int stem = stems.of(folded, folding);
        tokens.add(from, to, folded, stem, flags | shape(from, to, kinds));
    }

    private int shape(int from, int to, int kinds) {
        int shape = (kinds & CharKinds.DIGIT) != 0 ? Tokens.DIGIT : 0;
        if ((kinds & CharKinds.CAPITAL) != 0) {
            boolean first = (CharKinds.of(Character.codePointAt(text, from, to)) & CharKinds.CAPITAL) != 0;
            shape |= first ? Tokens.CAPITALISED : 0;
        }
        return shape;
    }

    /** Each two neighbours of a run of characters without spaces; a lone one by itself. */
    private void addPairs() {
        int end = words.to();
        int first = words.from();
        int second = Words.characterEnd(text, first, end);
        if (second == end) {
            add(first, end, words.kinds(), 0);
        }
        int goesOn = 0;
        while (second < end) {
            int after = Words.characterEnd(text, second, end);
            add(first, after, words.kinds(), goesOn);
            first = second;
            second = after;
            goesOn ^= Tokens.GOES_ON;
        }
    }

    /** E-mail, X-ray, G-7: the letter alone says nothing. */
    private boolean isLetterAndWord() {
        int from = words.from();
        return language.joinsLetters() && WordScanner.isHyphen(text[from + 1]) && Character.isLetter(text[from]);
    }

    private void addWithoutHyphen() {
        folding.fold(text, words.from(), words.to(), words.kinds() | CharKinds.ODD, turkish);
        folding.drop('-');
        addFolded(words.from(), words.to(), words.kinds(), 0);
    }
}
