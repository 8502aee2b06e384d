package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTests {

    @TempDir
    private Path folder;

    @Test
    void aTextFileIsTitleAndParagraphs() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "The title\n\nOne & two.\n\nThree.\n");

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("a.txt");
            assertThat(entry.title()).isEqualTo("The title");
            assertThat(entry.content()).isEqualTo("<p>One &amp; two.</p>\n<p>Three.</p>\n");
        });
    }

    @Test
    void markdownMayHaveFrontMatter() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "---\ntitle: \"Tides\"\nauthor: Ann\ndate: 2026-11-17T10:00:00Z\n---\n\nOne *two*.\n");

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Tides");
            assertThat(entry.author()).isEqualTo("Ann");
            assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-17T10:00:00Z"));
            assertThat(entry.content()).isEqualTo("<p>One <em>two</em>.</p>\n");
        });
    }

    @Test
    void markdownWithoutFrontMatterIsTitledByItsHeading() throws IOException {
        Files.writeString(folder.resolve("a.md"), "# Tides\n\nText.\n");

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Tides");
            assertThat(entry.content()).isEqualTo("<p>Text.</p>\n");
        });
    }

    @Test
    void aMailIsReadFromItsParts() throws IOException {
        Files.writeString(folder.resolve("a.eml"), """
                From: =?UTF-8?Q?Zo=C3=AB?= <zoe@example.org>
                Subject: =?UTF-8?Q?Caf=C3=A9?=
                Date: Tue, 17 Nov 2026 10:00:00 +0000
                Content-Type: text/html; charset=utf-8

                <p>Hello</p>
                """);

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Café");
            assertThat(entry.author()).isEqualTo("Zoë");
            assertThat(entry.content().strip()).isEqualTo("<p>Hello</p>");
        });
    }

    @Test
    void aPageIsLeftToBeExtractedAndHiddenFilesAreLeftOut() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/a.html"), "<p>Hello</p>");
        Files.writeString(folder.resolve(".b.txt"), "Hidden");
        Files.writeString(folder.resolve("c.png"), "Picture");

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("sub/a.html");
            assertThat(entry.content()).isEmpty();
            assertThat(entry.link()).isEqualTo(folder.resolve("sub/a.html").toUri());
        });
    }

    @Test
    void aMissingFolderIsSaid() {
        Path missing = folder.resolve("missing");

        assertThat(new FolderReader().read(missing)).isEqualTo(Listing.Failed.of("is not there: " + missing));
    }

    private List<Entry> read() {
        return ((Listing.Listed) new FolderReader().read(folder)).entries();
    }
}
