package dev.standfirst.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTests {

    private static final String TWO =
            "email,name\r\nzoe@firma.example,Zo\u00EB M\u00FCller\r\nbo@firma.example,B\u00F6\r\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "x-MacRoman", "IBM850"})
    void theLettersOfEveryCommonEncodingAreFound(String charset) throws IOException {
        assertThat(names(read(TWO.getBytes(Charset.forName(charset)))))
                .containsExactly("Zo\u00EB M\u00FCller", "B\u00F6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstColumn(String charset) throws IOException {
        assertThat(names(read(("\uFEFF" + TWO).getBytes(Charset.forName(charset)))))
                .containsExactly("Zo\u00EB M\u00FCller", "B\u00F6");
    }

    @Test
    void theWholeFileDecidesItsEncoding() throws IOException {
        String plain = "email,name\n" + "ann@firma.example,Ann Example\n".repeat(4000);

        assertThat(names(read((plain + "zoe@firma.example,Zo\u00EB\n").getBytes(Charset.forName("windows-1252")))))
                .contains("Zo\u00EB");
        byte[] mixed = new StringBuilder(plain)
                .insert(11, "bo@firma.example,B\u00F6\n")
                .append("zoe@firma.example,Zo?\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length - 2] = (byte) 0xEB;
        assertThat(read(mixed).problem())
                .contains("line 4,003 of people.csv is not in UTF-8 as the rest of the file is. "
                        + "Mend that line, or save the file anew as \"CSV UTF-8\".");
    }

    @Test
    void anotherAlphabetIsNotGuessedAt() throws IOException {
        byte[] cyrillic =
                "email,name\nanna@firma.example,\u0410\u043D\u043D\u0430 \u0418\u0432\u0430\u043D\u043E\u0432\u0430\n"
                        .getBytes(Charset.forName("windows-1251"));

        assertThat(read(cyrillic).problem())
                .contains("nobody can tell for sure which letters are meant in people.csv, as in line 2. "
                        + "Save it as \"CSV UTF-8\", or name its encoding, such as windows-1251.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '!',
            value = {
                "E-Mail;Name|ann@firma.example;Ann",
                "Name\tEmail Address|Ann\tann@firma.example",
                "`name,email|Ann,ann@firma.example`",
                "sep=;|\"name\";\"Adresse e-mail\"|\"Ann\";\"ann@firma.example\"",
                "Vorname;Nachname;E-Mail-Adresse|Ann;;ann@firma.example",
                "`\"name\" , \"email\"|\"Ann\" , \"ann@firma.example\"`",
                "`ann@firma.example,Ann`",
                "`Ann;ann@firma.example`",
                "Kontakt;Name|ann@firma.example;Ann"
            })
    void separatorAndColumnsAreFound(String lines) throws IOException {
        assertThat(read(lines.replace("|", "\r\n")).people())
                .containsExactly(new Table.Person("ann@firma.example", "Ann"));
    }

    @Test
    void barsSeparateToo() throws IOException {
        assertThat(read("email|name\nann@firma.example|Ann\n").people())
                .containsExactly(new Table.Person("ann@firma.example", "Ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreCountedThroughCellsOfSeveralLines(String end) throws IOException {
        Table table = read(
                String.join(end, "email,note", "a@firma.example,\"one", "two\"", "", "b(at)firma.example,x", ",,"));

        assertThat(table.rows().get(0)).isEqualTo(Map.of("email", "a@firma.example", "note", "one" + end + "two"));
        assertThat(table.skipped())
                .containsExactly(
                        new Skipped(5, "b(at)firma.example", SkipReason.NOT_AN_ADDRESS, "there is no @ in it"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '!',
            value = {
                "`email,name|a@firma.example,\"Ada|b@firma.example,Bo|`!2",
                "`email,name|a@firma.example,\"Ada|b@firma.example,\"Bo\"|`!2",
                "`email,note,name|a@firma.example,\"one|two\",\"Ada|`!3",
                "`email,name|a@firma.example,\"Ada\" Lovelace|`!2"
            })
    void anOpenQuoteIsToldWithTheLineWhereItOpens(String text, int line) throws IOException {
        assertThat(read(text.replace('|', '\n')).problem())
                .contains("line %d of people.csv: a quote opens here that is not closed at the end of its cell. "
                                .formatted(line)
                        + "Close it, or write a quote inside a cell twice (\"\").");
    }

    @Test
    void whatIsNoTableIsToldInASentence() throws IOException {
        assertThat(problem("PK\u0003\u0004........xl/workbook.xml"))
                .isEqualTo(
                        "people.csv is an Excel workbook, not a CSV file. Open it, save it as \"CSV UTF-8\" and import that file.");
        assertThat(problem("PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
                .startsWith("people.csv is a spreadsheet of LibreOffice, not");
        assertThat(problem("PK\u0003\u0004....people.csv"))
                .startsWith("people.csv is a zip archive, not a CSV file. Unpack it");
        assertThat(problem("\u001F\u008B\b")).startsWith("people.csv is a packed file");
        assertThat(problem("\u0089PNG\r\n")).startsWith("people.csv is a picture");
        assertThat(problem("%PDF-1.7")).startsWith("people.csv is a PDF document");
        assertThat(problem("<!DOCTYPE html><table>")).startsWith("people.csv is a web page");
        assertThat(problem("[{\"email\": \"a@firma.example\"}]")).startsWith("people.csv is a JSON file");
        assertThat(problem("\u007FELF\u0002\u0001\u0001\0\0\0\0\0\0\u0003"))
                .startsWith("people.csv is not a text file");
        assertThat(problem("")).startsWith("people.csv is empty.");
        assertThat(problem("\r\n\r\n")).startsWith("there are no rows in people.csv.");
        assertThat(problem("name,phone\nAnn,1\n"))
                .isEqualTo("people.csv has no column of addresses; its first line is: name, phone. "
                        + "Name the column of addresses \"email\" in the first line.");
        assertThat(Table.read(folder).problem().orElseThrow()).contains(" is a folder. Name the CSV file in it.");
        assertThat(Table.read(folder.resolve("nowhere.csv")).problem().orElseThrow())
                .startsWith("there is no file nowhere.csv.");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("people.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.write("email\n".getBytes(StandardCharsets.US_ASCII));
            large.setLength(1_000_000_000);
        }
        assertThat(Table.read(file).problem())
                .contains("people.csv has 1,000 MB; an import takes files of up to 500 MB. "
                        + "Split it and import the parts one after the other.");
        assertThat(problem("email,name\na@firma.example," + "x".repeat(3_000_000)))
                .startsWith("line 2 of people.csv is too long to be a row of people.");
        assertThat(problem("email" + ",x".repeat(1_000) + "\na@firma.example\n"))
                .startsWith("the first line of people.csv has 1,001 columns.");
    }

    @Test
    void aRowWithMoreCellsThanColumnsIsTold() throws IOException {
        assertThat(read("email,name\na@firma.example,Lovelace, Ada\nb@firma.example,Bo,,\nc@firma.example\n"))
                .satisfies(table -> {
                    assertThat(table.people())
                            .extracting(Table.Person::address)
                            .containsExactly("b@firma.example", "c@firma.example");
                    assertThat(table.skipped())
                            .containsExactly(
                                    new Skipped(
                                            2,
                                            "a@firma.example",
                                            SkipReason.NOT_READABLE,
                                            "has 3 cells, but there are 2 columns: put a cell with a separator in it in quotes"));
                });
    }

    private Table read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Table read(byte[] bytes) throws IOException {
        return Table.read(Files.write(folder.resolve("people.csv"), bytes));
    }

    private String problem(String bytes) throws IOException {
        return read(bytes.getBytes(StandardCharsets.ISO_8859_1)).problem().orElseThrow();
    }

    private static List<String> names(Table table) {
        return table.people().stream().map(Table.Person::name).toList();
    }
}
