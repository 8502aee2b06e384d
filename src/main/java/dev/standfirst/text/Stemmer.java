package dev.standfirst.text;

/** Brings the forms of one word together by taking its endings away. */
@FunctionalInterface
interface Stemmer {

    /**
     * Changes a word in place; for one thread at a time.
     *
     * @param word in folded form, with room for some letters more
     * @param length how many of its characters count
     * @return how many count now
     */
    int stem(char[] word, int length);
}
