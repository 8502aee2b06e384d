package dev.standfirst.subscriber;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The text of a CSV file: encoding and separator found from its first bytes. */
final class CsvText {

    private static final int SAMPLE = 64 * 1024;

    private CsvText() {}

    /** A file that is no CSV text; the message says why and what to do. */
    static final class NotCsv extends IOException {
        private static final long serialVersionUID = 1L;

        NotCsv(String message) {
            super(message);
        }
    }

    static Reader open(Path file) throws IOException {
        byte[] sample = sample(file);
        refuseBinary(file, sample);
        Charset charset = charset(sample);
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The separator that the first line has most of. */
    static char separator(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(open(file))) {
            String line = String.valueOf(reader.readLine());
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                best = count(line, candidate) > count(line, best) ? candidate : best;
            }
            return best;
        }
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private static byte[] sample(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static void refuseBinary(Path file, byte[] sample) throws NotCsv {
        if (startsWith(sample, 'P', 'K', 3, 4) || startsWith(sample, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new NotCsv("%s is a spreadsheet, not a text file. Save it as CSV (UTF-8) and import that file."
                    .formatted(file.getFileName()));
        }
        if (!startsWith(sample, 0xFF, 0xFE) && !startsWith(sample, 0xFE, 0xFF) && hasNul(sample)) {
            throw new NotCsv("%s is not a text file. Save the people as CSV (UTF-8) and import that file."
                    .formatted(file.getFileName()));
        }
    }

    private static Charset charset(byte[] sample) {
        if (startsWith(sample, 0xFF, 0xFE) || startsWith(sample, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        int whole = sample.length < SAMPLE ? sample.length : SAMPLE - 4;
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Arrays.copyOf(sample, lastWhole(sample, whole))));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    /** The length without a character that the sample cuts in two. */
    private static int lastWhole(byte[] sample, int length) {
        int end = length;
        while (end > 0 && sample.length == SAMPLE && (sample[end - 1] & 0x80) != 0) {
            end--;
        }
        return end;
    }

    private static boolean hasNul(byte[] sample) {
        for (byte b : sample) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] sample, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (sample.length <= i || (sample[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
