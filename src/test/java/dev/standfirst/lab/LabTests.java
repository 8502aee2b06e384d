package dev.standfirst.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            split     | {"id":"1","lang":"en","text":"One. Two.","extra":1} | {"id":"1","sentences":["One.","Two."]}
            sanitise  | {"id":2,"html":"<p onclick=x>A</p>"}                | {"id":2,"html":"<p>A</p>","error":null}
            opml      | {"id":"5","body_b64":"PG9wbWw+PG91dGxpbmUgdGV4dD0iQSIgeG1sVXJsPSJodHRwOi8vYS5leGFtcGxlLyIvPjwvb3BtbD4="} | {"id":"5","ok":true,"error":null,"feeds":[{"url":"http://a.example/","title":"A","folder":""}]}
            opml      | {"id":"6","body_b64":"PHJzcy8+"}                    | {"id":"6","ok":false,"error":"is not OPML: it begins with <rss>","feeds":[]}
            parse     | {"id":"7","url":"http://a.example/","body_b64":"eHl6"} | {"id":"7","ok":false,"error":"is not a feed: it begins with plain text"}
            decide    | {"id":5,"url":"http://a.example/","resolve":{"a.example":["1.1.1.1"]}} | {"id":5,"decision":"pinned"}
            decide    | {"id":6,"url":"http://1.1.1.1/%0d%0aX:1"}       | {"id":6,"decision":"encoded"}
            decide    | {"id":7,"url":"http://1.1.1.1/","redirects":[{"status":301,"location":"ftp://a.example/"}]} | {"id":7,"decision":"refuse","reason":"is not on the web: ftp://a.example/"}
            robots    | {"id":8,"agent":"x","url":"https://a.example/b?c","robots":"user-agent: *\\ndisallow: /b\\ncrawl-delay: 2"} | {"id":8,"allowed":false,"crawl_delay":2.0,"sitemaps":[]}
            address   | {"id":9,"address":" Ada@Bücher.example"}       | {"id":9,"decision":"accept","normal":"ada@xn--bcher-kva.example","reason":null}
            address   | {"id":10,"address":"ada.example"}              | {"id":10,"decision":"reject","normal":null,"reason":"there is no @ in it"}
            header    | {"id":11,"category":"subject","value":"Tides\\r\\nBcc: eve@example.org"} | {"id":11,"pass":true,"refused":null,"failed":[]}
            header    | {"id":12,"category":"from name","value":"Tides嘍嘊X: <y@example.org>"} | {"id":12,"pass":true,"refused":null,"failed":[]}
            header    | {"id":13,"category":"digest name","value":"Tides <a>\\n\\nbody"} | {"id":13,"pass":true,"refused":null,"failed":[]}
            header    | {"id":14,"category":"reply-to","value":"ada@example.org\\r\\nX: y"} | {"id":14,"pass":true,"refused":"there is a control character in it","failed":[]}
            header    | {"id":15,"category":"address","value":"嘍嘊@example.org"} | {"id":15,"pass":true,"refused":null,"failed":[]}
            header    | {"id":16,"category":"body","value":"a\\n.\\r\\n.\\nMAIL FROM:<eve@example.org>\\n..\\nFrom b\\n"} | {"id":16,"pass":true,"refused":null,"failed":[]}
            due       | {"id":"17","kind":"daily","zone":"Europe/Berlin","time":"02:30","from":"2026-03-28","to":"2026-03-30"} | {"id":"17","runs":["2026-03-28T01:30:00Z","2026-03-29T01:00:00Z","2026-03-30T00:30:00Z"]}
            due       | {"id":"18","zone":"UTC","time":"07:00","from":"2026-11-20","to":"2026-11-24","days":[1,2,5],"except":["2026-11-23"]} | {"id":"18","runs":["2026-11-20T07:00:00Z","2026-11-24T07:00:00Z"]}
            due       | {"id":"19","kind":"clock"}                          | {"id":"19"}
            cluster   | {"id":"3"}                                          | {"id":"3","error":"the line has no list \\"articles\\""}
            cluster   | {"id":"4","words":8,"articles":[{"lang":"en","title":"Tide","text":"The tide came in over the quay today."},{"lang":"en","title":"Tide","text":"Over the quay the tide came in today."}]} | {"id":"4","sentences":["Over the quay the tide came in today."]}
            summarise | {"id":"3","lang":"en"}                              | {"id":"3","error":"the line has no \\"text\\""}
            summarise | {"id":"4","lang":"en","text":"The tide came in over the quay today."} | {"id":"4","sentences":["The tide came in over the quay today."],"offsets":[[0,37]]}
            """)
    void aLineInIsALineOut(String verb, String input, String output) throws Exception {
        assertThat(run(verb, List.of(input))).containsExactly(output);
    }

    @Test
    void aBrokenLineIsToldAndTheNextGoesOn() throws Exception {
        List<String> answers = run("split", List.of("{nonsense", "{\"id\":\"2\",\"text\":\"One.\"}"));

        assertThat(answers.get(0)).startsWith("{\"id\":null,\"error\":\"the line is not JSON");
        assertThat(answers.get(1)).isEqualTo("{\"id\":\"2\",\"sentences\":[\"One.\"]}");
    }

    @Test
    void manyLinesKeepTheirOrder() throws Exception {
        List<String> lines = IntStream.range(0, 5_000)
                .mapToObj("{\"id\":%d,\"text\":\"One.\"}"::formatted)
                .collect(Collectors.toList());

        assertThat(run("split", lines)).hasSize(5_000).satisfies(answers -> {
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i)).startsWith("{\"id\":" + i + ",");
            }
        });
    }

    @Test
    void aPageIsGivenByItsBytes() throws Exception {
        String html =
                "<h1>T</h1><p>The council approved the barrage on Tuesday night, after a debate of eleven hours.</p>";
        String body = Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));

        assertThat(run(
                        "extract",
                        List.of("{\"id\":\"1\",\"url\":\"https://a.example/1\",\"body_b64\":\"%s\"}".formatted(body))))
                .singleElement()
                .asString()
                .startsWith(
                        "{\"id\":\"1\",\"text\":\"The council approved the barrage on Tuesday night, after a debate of eleven hours.\",\"title\":\"T\"");
    }

    @Test
    void unknownVerbsAndOptionsAreSaid() {
        assertThatThrownBy(() -> Lab.of("splitt", List.of())).hasMessage("the lab has no verb \"splitt\"");
        assertThatThrownBy(() -> Lab.of("split", List.of("--x", "1"))).hasMessage("this verb has no option \"--x\"");
        assertThatThrownBy(() -> Lab.of("summarise", List.of("--words", "many")))
                .hasMessage("--words wants a number, not \"many\"");
    }

    private static List<String> run(String verb, List<String> lines) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        Lab.of(verb, new ArrayList<>()).run(new ByteArrayInputStream(in), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
