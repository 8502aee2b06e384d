package dev.standfirst.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Writer;

/** How our CSV files are written: RFC 4180, in quotes where a reader might take away or split what is in a cell. */
final class Cells {

    private static final QuoteStrategy DELICATE = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return isDelicate(value);
        }
    };

    private Cells() {}

    static CsvWriter writer(Writer out) {
        return CsvWriter.builder()
                .quoteStrategy(DELICATE)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
    }

    /** White space at an end, and what other programs take for a separator. */
    private static boolean isDelicate(String value) {
        return !value.isEmpty()
                && (value.charAt(0) <= ' '
                        || value.charAt(value.length() - 1) <= ' '
                        || !value.strip().equals(value)
                        || value.indexOf(';') >= 0
                        || value.indexOf('\t') >= 0);
    }
}
