package dev.standfirst.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class OpmlTests {

    @Test
    void aFeedIsInTheFolderAroundIt() {
        Opml opml = read("""
                <?xml version="1.0"?>
                <opml version="2.0"><head><title>My &amp; your feeds</title></head><body>
                  <outline text="News"><outline text="Local">
                    <outline type="rss" text="Harbour Times" xmlUrl=" https://harbour.example/feed " htmlUrl="https://harbour.example/"/>
                  </outline></outline>
                  <outline text="Alone" xmlUrl="https://alone.example/feed" category="/Sea/Tides,/Fish"/>
                </body></opml>""");

        assertThat(opml)
                .isEqualTo(new Opml(
                        "My & your feeds",
                        List.of(
                                new Opml.Feed(
                                        "Harbour Times",
                                        "https://harbour.example/feed",
                                        "https://harbour.example/",
                                        "Local"),
                                new Opml.Feed("Alone", "https://alone.example/feed", "", "Tides"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <opml><body><outline TEXT='A' XMLURL='http://a.example/'/></body></opml>      | A
            <OPML><Outline Title='A' xmlurl='http://a.example/'/></OPML>                  | A
            <opml><body/><outline text='A &amp; B' xmlUrl='http://a.example/'>            | A & B
            <opml><body><outline text='Tea & Tides' xmlUrl='http://a.example/?b=1&copy=2'> | Tea & Tides
            """)
    void slipsAreTolerated(String text, String name) {
        assertThat(read(text).feeds())
                .singleElement()
                .extracting(Opml.Feed::name)
                .isEqualTo(name);
    }

    @Test
    void anotherListIsNoFeedAndAFeedIsListedOnce() {
        assertThat(read("<opml><outline type='source' xmlUrl='http://a.example/list'/>"
                                + "<outline xmlUrl='http://b.example/'/><outline xmlUrl='http://b.example/'/></opml>")
                        .feeds())
                .extracting(Opml.Feed::address)
                .containsExactly("http://b.example/");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Opml opml = new Opml(
                "Küste <&> \"Meer\"",
                List.of(
                        new Opml.Feed("A & B's \"own\"", "https://a.example/?x=1&y=2", "", ""),
                        new Opml.Feed("Ёлка 潮", "https://b.example/", "https://b.example/home", "Sea"),
                        new Opml.Feed("C", "https://c.example/", "", "Sea"),
                        new Opml.Feed("D", "https://d.example/", "", "Land & <air>"),
                        new Opml.Feed("", "https://e.example/", "", "")));

        assertThat(read(opml.write())).isEqualTo(opml);
    }

    @Test
    void aFileIsWrittenLineByLine() {
        assertThat(new Opml("T", List.of(new Opml.Feed("A", "https://a.example/", "", "Sea"))).write())
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head><title>T</title></head>
                  <body>
                    <outline text="Sea">
                      <outline type="rss" text="A" xmlUrl="https://a.example/"/>
                    </outline>
                  </body>
                </opml>
                """);
    }

    @Test
    void depthAndEntitiesAreNoTrouble() {
        String deep = "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><opml>"
                + "<outline text='a'>".repeat(100_000) + "<outline text='&x;' xmlUrl='http://a.example/'/>";

        assertThat(read(deep).feeds()).containsExactly(new Opml.Feed("&x;", "http://a.example/", "", "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "Harbour Times, Harbour Times",
        "'A: B', '\"A: B\"'",
        "'#1 \"News\"', '\"#1 \\\"News\\\"\"'",
        "no, '\"no\"'",
        "'- x', '\"- x\"'"
    })
    void aNameIsQuotedWhereYamlNeedsIt(String name, String written) {
        SourceSpec feed = new SourceSpec(name, SourceSpec.Kind.FEED, URI.create("https://a.example/f#x"), "");
        String lines = SourceLines.of(List.of(feed));

        assertThat(lines).isEqualTo("  - name: " + written + "\n    feed: \"https://a.example/f#x\"\n");
        assertThat(new Yaml().<Object>load("sources:\n" + lines).toString()).contains("name=" + name + ",");
    }

    @Test
    void aLongListIsReadQuickly() {
        String same = IntStream.range(0, 9_000)
                .mapToObj("<outline text='A' xmlUrl='http://a.example/%d'/>"::formatted)
                .collect(Collectors.joining());

        assertThat(read("<opml>" + same + "</opml>").feeds()).hasSize(9_000);
    }

    private static Opml read(String text) {
        return ((Opml.Result.Read) Opml.read(text.getBytes(StandardCharsets.UTF_8), "")).opml();
    }
}
