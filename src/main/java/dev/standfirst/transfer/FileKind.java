package dev.standfirst.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells files that people take for a CSV file, or send by mistake, by their first bytes. */
enum FileKind {
    EXCEL("an Excel workbook"),
    OLD_EXCEL("an Excel workbook"),
    OPEN_DOCUMENT("a spreadsheet of LibreOffice"),
    NUMBERS("a spreadsheet of Numbers"),
    ZIP("a zip archive"),
    PACKED("a packed file"),
    PICTURE("a picture"),
    PDF("a PDF document"),
    HTML("a web page"),
    XML("an XML file"),
    JSON("a JSON file"),
    CARDS("a file of contact cards"),
    DOCUMENT("a text document");

    /** How much of a file is looked at, in bytes. */
    static final int HEAD = 8192;

    private static final List<Start> STARTS = List.of(
            new Start(OLD_EXCEL, "\u00D0\u00CF\u0011\u00E0"),
            new Start(PACKED, "\u001F\u008B"),
            new Start(PACKED, "BZh"),
            new Start(PACKED, "\u00FD7zXZ"),
            new Start(PACKED, "7z\u00BC\u00AF"),
            new Start(PACKED, "Rar!\u001A"),
            new Start(PACKED, "(\u00B5/\u00FD"),
            new Start(PICTURE, "\u0089PNG"),
            new Start(PICTURE, "\u00FF\u00D8\u00FF"),
            new Start(PICTURE, "GIF8"),
            new Start(PICTURE, "RIFF"),
            new Start(PICTURE, "II*\0"),
            new Start(PICTURE, "MM\0*"),
            new Start(PDF, "%PDF"),
            new Start(DOCUMENT, "{\\rtf"));

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /**
     * A beginning.
     *
     * @param bytes a character each
     */
    private record Start(FileKind kind, String bytes) {}

    /**
     * What a file is, where that is something else than a table in text.
     *
     * @param head the first bytes of the file, up to {@link #HEAD}
     */
    static Optional<FileKind> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return Optional.of(archive(text));
        }
        return STARTS.stream()
                .filter(start -> text.startsWith(start.bytes()))
                .map(Start::kind)
                .findFirst()
                .or(() -> written(text));
    }

    /** The sentence for people. */
    FileProblem problem(String name) {
        return new FileProblem(
                "%s is %s, not a CSV file".formatted(name, words),
                switch (this) {
                    case EXCEL, OLD_EXCEL, OPEN_DOCUMENT, NUMBERS ->
                        "Open it, save it as \"CSV UTF-8\" and import that file.";
                    case ZIP, PACKED -> "Unpack it and import the CSV file that is in it.";
                    case JSON, XML, HTML, CARDS ->
                        "Have the other program export the people as CSV and import that file.";
                    case PICTURE, PDF, DOCUMENT -> "Save the people as \"CSV UTF-8\" and import that file.";
                });
    }

    /** What a zip archive holds is told by the names at its beginning. */
    private static FileKind archive(String text) {
        if (text.contains("opendocument.spreadsheet")) {
            return OPEN_DOCUMENT;
        }
        if (text.contains("Index/") && text.contains(".iwa")) {
            return NUMBERS;
        }
        if (text.contains("word/") || text.contains("opendocument.text")) {
            return DOCUMENT;
        }
        return text.contains("xl/") || text.contains("[Content_Types].xml") ? EXCEL : ZIP;
    }

    private static Optional<FileKind> written(String text) {
        String start = text.substring(text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<table")) {
            return Optional.of(HTML);
        }
        if (start.startsWith("<?xml")) {
            return Optional.of(start.contains("<html") || start.contains("<table") ? HTML : XML);
        }
        if (start.startsWith("begin:vcard")) {
            return Optional.of(CARDS);
        }
        return startsJson(start) ? Optional.of(JSON) : Optional.empty();
    }

    private static boolean startsJson(String start) {
        if (start.isEmpty() || "{[".indexOf(start.charAt(0)) < 0) {
            return false;
        }
        String rest = start.substring(1).stripLeading();
        return rest.isEmpty() || "{[\"]}".indexOf(rest.charAt(0)) >= 0;
    }
}
