package dev.standfirst.digest;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes OPML 2.0: feeds that follow each other in one folder share one outline. */
final class OpmlWriter {

    private final XMLStreamWriter xml;

    private OpmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(Opml opml) {
        StringWriter text = new StringWriter();
        try {
            new OpmlWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).list(opml);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes every character", e);
        }
        return text.toString();
    }

    private void list(Opml opml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        line(1);
        xml.writeStartElement("head");
        xml.writeStartElement("title");
        xml.writeCharacters(printable(opml.title()));
        xml.writeEndElement();
        xml.writeEndElement();
        line(1);
        xml.writeStartElement("body");
        folders(opml);
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
    }

    private void folders(Opml opml) throws XMLStreamException {
        String open = "";
        for (Opml.Feed feed : opml.feeds()) {
            if (!feed.folder().equals(open)) {
                close(open);
                open = feed.folder();
                open(open);
            }
            feed(feed, open.isEmpty() ? 2 : 3);
        }
        close(open);
    }

    private void open(String folder) throws XMLStreamException {
        if (!folder.isEmpty()) {
            line(2);
            xml.writeStartElement("outline");
            xml.writeAttribute("text", printable(folder));
        }
    }

    private void close(String folder) throws XMLStreamException {
        if (!folder.isEmpty()) {
            line(2);
            xml.writeEndElement();
        }
    }

    private void feed(Opml.Feed feed, int depth) throws XMLStreamException {
        line(depth);
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", printable(feed.name()));
        xml.writeAttribute("xmlUrl", printable(feed.address()));
        if (!feed.site().isEmpty()) {
            xml.writeAttribute("htmlUrl", printable(feed.site()));
        }
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** XML has no place for control characters. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
