package dev.standfirst.xml;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * XML as the web has it, well formed or not. Jsoup's XML parser knows no document types, so no entity of a document is
 * ever looked up or expanded, and is not troubled by depth. Names are read in lower case: {@code <Title>} and
 * {@code </title>} belong together.
 */
public final class TolerantXml {

    /** No name of any element is longer; Jsoup reads a name in quadratic time. */
    private static final int NAME_LENGTH = 200;

    /** Ten thousand entries need fewer. */
    private static final int TAGS = 300_000;

    private static final int REFERENCE_LENGTH = 33;
    private static final String CDATA = "<![CDATA[";

    private TolerantXml() {}

    /**
     * The elements of a document, whatever is wrong with it.
     *
     * @param base address of the document
     */
    public static Document parse(String xml, URI base) {
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault);
        return Jsoup.parse(tidy(xml), base.toString(), parser);
    }

    /**
     * Outside of CDATA, an ampersand that begins no reference is itself: a parser for HTML would read the address
     * {@code ?a=1&copy=2} as "?a=1©=2".
     */
    private static String tidy(String xml) {
        StringBuilder tidy = new StringBuilder(xml.length() + 16);
        int done = 0;
        for (int i = 0; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (c == '&' && !isReference(xml, i)) {
                tidy.append(xml, done, i).append("&amp;");
                done = i + 1;
            } else if (c == '<' && xml.startsWith(CDATA, i)) {
                int end = xml.indexOf("]]>", i);
                i = end < 0 ? xml.length() : end;
            }
        }
        return bounded(done == 0 ? xml : tidy.append(xml, done, xml.length()).toString());
    }

    private static boolean isReference(String xml, int ampersand) {
        int last = Math.min(xml.length() - 1, ampersand + REFERENCE_LENGTH);
        for (int i = ampersand + 1; i <= last; i++) {
            char c = xml.charAt(i);
            if (c == ';') {
                return i > ampersand + 1;
            }
            boolean letter = (c < 128 && Character.isLetterOrDigit(c)) || (c == '#' && i == ampersand + 1);
            if (!letter) {
                return false;
            }
        }
        return false;
    }

    /**
     * The same markup, of XML or HTML, such that it can be parsed in little time and memory: with blanks in names that
     * are too long to be any, and without what comes after 300,000 tags.
     */
    public static String bounded(String markup) {
        StringBuilder tidy = new StringBuilder();
        int done = 0;
        int tags = 0;
        for (int open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', open + 1)) {
            if (++tags > TAGS) {
                return tidy.append(markup, done, open).toString();
            }
            if (hasEndlessName(markup, open)) {
                tidy.append(markup, done, open + NAME_LENGTH).append(' ');
                done = open + NAME_LENGTH;
                open = done - 1;
            }
        }
        return done == 0 ? markup : tidy.append(markup, done, markup.length()).toString();
    }

    private static boolean hasEndlessName(String markup, int open) {
        int end = open + NAME_LENGTH;
        if (end >= markup.length()) {
            return false;
        }
        for (int i = open + 2; i < end; i++) {
            char c = markup.charAt(i);
            if (c == '>' || c == '/' || Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }
}
