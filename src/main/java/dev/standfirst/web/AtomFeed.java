package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Archive.Issue;
import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.template.Words;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes Atom (RFC 4287). An edition's id is made of its digest, its date and the key of this installation, so that it
 * stays when the site moves to another address.
 */
@Component
class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final InstallationKey key;
    private final Site site;

    AtomFeed(InstallationKey key, Site site) {
        this.key = key;
        this.site = site;
    }

    /** An edition and its headlines, in their order. */
    record Entry(Issue issue, List<String> headlines) {}

    String write(Digest digest, List<Entry> entries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            feed(xml, digest, entries);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes every character", e);
        }
        return text.toString();
    }

    private void feed(XMLStreamWriter xml, Digest digest, List<Entry> entries) throws XMLStreamException {
        Words words = Tongue.words(digest.language());
        String archive = "/archive/" + digest.name();
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", words.language().toLanguageTag());
        element(xml, "id", id("feed", digest.name()));
        element(xml, "title", digest.title());
        element(xml, "subtitle", words.say("feed.subtitle", digest.title()));
        element(xml, "updated", time(entries.isEmpty() ? Instant.EPOCH : newest(entries)));
        link(xml, "self", "application/atom+xml", archive + "/feed.xml");
        link(xml, "alternate", "text/html", archive);
        xml.writeStartElement("author");
        element(xml, "name", digest.sender().name());
        xml.writeEndElement();
        element(xml, "generator", "Standfirst");
        for (Entry entry : entries) {
            entry(xml, entry);
        }
        xml.writeEndElement();
    }

    private static Instant newest(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.issue().outAt())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        Issue issue = entry.issue();
        xml.writeStartElement("entry");
        element(xml, "id", id("edition", issue.digest() + " " + issue.date()));
        element(xml, "title", issue.subject());
        element(xml, "published", time(issue.outAt()));
        element(xml, "updated", time(issue.outAt()));
        link(xml, "alternate", "text/html", EditionController.path(issue));
        if (!issue.preheader().isBlank()) {
            element(xml, "summary", issue.preheader());
        }
        if (!entry.headlines().isEmpty()) {
            xml.writeStartElement("content");
            xml.writeAttribute("type", "html");
            xml.writeCharacters(list(entry.headlines()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String list(List<String> headlines) {
        StringBuilder html = new StringBuilder("<ol>");
        headlines.forEach(headline -> html.append("<li>")
                .append(HtmlUtils.htmlEscape(printable(headline), "UTF-8"))
                .append("</li>"));
        return html.append("</ol>").toString();
    }

    private void link(XMLStreamWriter xml, String rel, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", site.address(path));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String id(String kind, String of) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(key.sign("feed " + kind, of)));
        // A name-based UUID (RFC 9562, version 8: the maker's own way).
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return "urn:uuid:" + new UUID(high, low);
    }

    /** Without the characters that XML has no way to hold. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
