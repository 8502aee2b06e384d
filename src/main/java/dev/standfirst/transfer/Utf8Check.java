package dev.standfirst.transfer;

/**
 * Reads bytes as UTF-8 and counts what it meets, without making characters of them: what is valid, what is broken, line
 * ends, and bytes that no text has. One object a file.
 */
final class Utf8Check {

    /**
     * Of a file in an old encoding, this share of its foreign letters may look like UTF-8 by chance: one in so many.
     */
    private static final int CHANCE = 20;

    /** Of a text, at most one byte in so many is a control character that got in by a slip. */
    private static final int SLIPS = 200;

    private long valid;
    private long broken;
    private long brokenLine;
    private long lineEnds;
    private long controls;
    private long bytes;
    private int expected;
    private int lowest = 0x80;
    private int highest = 0xBF;
    private boolean afterReturn;

    void take(byte[] block, int length) {
        bytes += length;
        for (int i = 0; i < length; i++) {
            int b = block[i] & 0xFF;
            if (b >= 0x80) {
                takeHigh(b);
            } else {
                takeLow(b);
            }
        }
    }

    /** After the last byte. */
    void end() {
        breakOff();
    }

    /** Line ends of any kind, plus one. */
    long lines() {
        return lineEnds + 1;
    }

    /** How many bytes are no part of a character. */
    long broken() {
        return broken;
    }

    /** The line of the first of them, from 1. */
    long brokenLine() {
        return brokenLine;
    }

    /** Whether too many characters are valid for a file in an old encoding. */
    boolean mixed() {
        return valid * CHANCE > broken;
    }

    /** Whether it has more bytes that no text has than a slip explains. */
    boolean binary() {
        return controls * SLIPS > bytes;
    }

    private void takeLow(int b) {
        if (expected > 0) {
            breakOff();
        }
        if (b >= ' ') {
            afterReturn = false;
            return;
        }
        if (b == '\n') {
            lineEnds += afterReturn ? 0 : 1;
        } else if (b == '\r') {
            lineEnds++;
        } else if (b < '\t') {
            controls++;
        }
        afterReturn = b == '\r';
    }

    private void takeHigh(int b) {
        afterReturn = false;
        if (expected > 0 && b >= lowest && b <= highest) {
            expected--;
            valid += expected == 0 ? 1 : 0;
            lowest = 0x80;
            highest = 0xBF;
            return;
        }
        if (expected > 0) {
            breakOff();
        }
        begin(b);
    }

    /** The bounds keep out what is longer than needed, surrogates, and what is beyond Unicode. */
    private void begin(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            expected = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            expected = 2;
            lowest = b == 0xE0 ? 0xA0 : 0x80;
            highest = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            expected = 3;
            lowest = b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            breakHere();
        }
    }

    private void breakOff() {
        if (expected > 0) {
            expected = 0;
            lowest = 0x80;
            highest = 0xBF;
            breakHere();
        }
    }

    private void breakHere() {
        if (broken == 0) {
            brokenLine = lineEnds + 1;
        }
        broken++;
    }
}
