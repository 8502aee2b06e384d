package dev.standfirst.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which of the old encodings of Western Europe a file is in: the one in which the words with foreign letters look most
 * like words. In a word written down by people, a capital does not follow a small letter, and signs stand at its ends.
 */
final class OldEncoding {

    /** The likeliest first: it wins where others look as good. */
    private static final List<Charset> CANDIDATES =
            List.of(Charset.forName("windows-1252"), Charset.forName("x-MacRoman"), Charset.forName("IBM850"));

    private static final int WORDS = 5_000;
    private static final int LETTERS = 60;

    /** Three foreign letters in a row: another alphabet. In the West they are rare ("créée" has two). */
    private static final int FOREIGN_RUN = 3;

    /** Of all foreign letters, so many may be where they should not: one in so many. */
    private static final int BEARABLE = 5;

    private OldEncoding() {}

    /** The encoding, or nothing where none of them makes words. */
    static Optional<Charset> of(Path file) throws IOException {
        List<byte[]> words = foreignWords(file);
        Optional<Charset> best = Optional.empty();
        long least = Long.MAX_VALUE;
        long foreign = 0;
        for (byte[] word : words) {
            foreign += foreignBytes(word);
        }
        for (Charset candidate : CANDIDATES) {
            long wrong = wrong(words, candidate);
            if (wrong < least) {
                least = wrong;
                best = Optional.of(candidate);
            }
        }
        return least * BEARABLE > foreign ? Optional.empty() : best;
    }

    /** Words that have a byte beyond ASCII, from the whole of the file while there is room. */
    private static List<byte[]> foreignWords(Path file) throws IOException {
        List<byte[]> words = new ArrayList<>();
        byte[] word = new byte[LETTERS];
        int length = 0;
        boolean foreign = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); words.size() < WORDS; b = in.read()) {
                if (isLetter(b) && length < LETTERS) {
                    word[length++] = (byte) b;
                    foreign |= b >= 0x80;
                    continue;
                }
                if (foreign) {
                    words.add(Arrays.copyOf(word, length));
                }
                length = 0;
                foreign = false;
                if (b < 0) {
                    break;
                }
            }
        }
        return words;
    }

    private static boolean isLetter(int b) {
        return b >= 0x80 || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private static long foreignBytes(byte[] word) {
        long count = 0;
        for (byte b : word) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }

    private static long wrong(List<byte[]> words, Charset charset) {
        long wrong = 0;
        for (byte[] bytes : words) {
            try {
                wrong += wrong(
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException e) {
                wrong += bytes.length;
            }
        }
        return wrong;
    }

    private static int wrong(String word) {
        int wrong = 0;
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            run = c >= 0x80 && Character.isLetter(c) ? run + 1 : 0;
            wrong += run == FOREIGN_RUN ? FOREIGN_RUN : 0;
            wrong += run > FOREIGN_RUN || isMisplaced(word, i) ? 1 : 0;
        }
        return wrong;
    }

    /** A foreign capital within a word, beside small letters, or a sign between letters, the apostrophe aside. */
    private static boolean isMisplaced(String word, int at) {
        char c = word.charAt(at);
        if (at == 0 || c == '\u2019') {
            return false;
        }
        boolean last = at == word.length() - 1;
        if (Character.isUpperCase(c)) {
            char before = word.charAt(at - 1);
            boolean foreign = c >= 0x80 || before >= 0x80;
            return foreign && (Character.isLowerCase(before) || (!last && Character.isLowerCase(word.charAt(at + 1))));
        }
        return c >= 0x80 && !last && !Character.isLetter(c);
    }
}
