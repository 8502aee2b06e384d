package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitemapTests {

    private static final String NEWS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc> https://paper.example/1?a=1&amp;b=2 </loc><lastmod>2026-11-17T10:00:00Z</lastmod>
                <n:news><n:publication><n:name>Paper</n:name><n:language>en</n:language></n:publication>
                  <n:publication_date>2026-11-17</n:publication_date><n:title>Tea &amp;amp; Tides</n:title></n:news></url>
              <url><loc>https://paper.example/2</loc></url>
              <url><loc>javascript:x()</loc></url>
              <url/>
            </urlset>""";

    @Test
    void aSitemapListsPagesAndANewsSitemapTheirTitles() {
        Sitemap.Result.Pages pages = (Sitemap.Result.Pages) read(NEWS.getBytes(StandardCharsets.UTF_8));

        assertThat(pages.entries()).hasSize(2).first().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("https://paper.example/1?a=1&b=2");
            assertThat(entry.link()).isEqualTo(URI.create("https://paper.example/1?a=1&b=2"));
            assertThat(entry.title()).isEqualTo("Tea & Tides");
            assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-17T00:00:00Z"));
            assertThat(entry.updated()).isEqualTo(Instant.parse("2026-11-17T10:00:00Z"));
        });
    }

    @Test
    void aPackedSitemapIsUnpacked() throws IOException {
        byte[] packed = gzip(NEWS.getBytes(StandardCharsets.UTF_8));

        assertThat(read(packed)).isEqualTo(read(NEWS.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anIndexListsWhatChangedLastFirst() {
        String index = """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://paper.example/none.xml</loc></sitemap>
                <sitemap><loc>/old.xml</loc><lastmod>2026-01-01</lastmod></sitemap>
                <sitemap><loc>/new.xml.gz</loc><lastmod>2026-11-17</lastmod></sitemap></sitemapindex>""";

        assertThat(read(index.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Sitemap.Result.Index(java.util.List.of(
                        URI.create("https://paper.example/new.xml.gz"),
                        URI.create("https://paper.example/old.xml"),
                        URI.create("https://paper.example/none.xml"))));
    }

    @Test
    void aTextHasAnAddressALine() {
        Sitemap.Result.Pages pages = (Sitemap.Result.Pages) read(
                "\uFEFFhttps://paper.example/1\r\n\nnot one\nhttps://paper.example/2".getBytes(StandardCharsets.UTF_8));

        assertThat(pages.entries())
                .extracting(Entry::id)
                .containsExactly("https://paper.example/1", "https://paper.example/2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html></html> | is not a sitemap: it begins with <html>
            hello         | is not a sitemap: it is plain text without addresses
            <             | is not a sitemap: it holds no elements
            """)
    void whatIsNoSitemapIsToldWhatItIs(String text, String reason) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Sitemap.Result.NotSitemap(reason));
    }

    @Test
    void halfAPackedSitemapIsNone() throws IOException {
        byte[] packed = gzip(NEWS.getBytes(StandardCharsets.UTF_8));

        assertThat(read(java.util.Arrays.copyOf(packed, packed.length / 2)))
                .isEqualTo(new Sitemap.Result.NotSitemap("is not a sitemap: it is not whole"));
    }

    @Test
    void aBombIsUnpackedNoFurtherThanItsFirstMegabytes() throws IOException {
        byte[] bomb = gzip("https://paper.example/1\n".repeat(4_000_000).getBytes(StandardCharsets.UTF_8));

        assertThat(((Sitemap.Result.Pages) read(bomb)).entries()).hasSize(50_000);
    }

    private static Sitemap.Result read(byte[] body) {
        return Sitemap.read(new Page(URI.create("https://paper.example/sitemap.xml"), Map.of(), body, Instant.EPOCH));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
