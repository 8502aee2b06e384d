package dev.standfirst.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRendererTests {

    @TempDir
    private Path folder;

    @Test
    void aTemplateOfOnesOwnWinsAndEscapes() throws IOException {
        assertThat(render("<p>${title}</p>")).isEqualTo("<p>&lt;b&gt;Tides&lt;/b&gt;</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${title?api.class}",
                "${title.class.forName(\"java.lang.Runtime\")}",
                "<#assign x = \"freemarker.template.utility.ObjectConstructor\"?new()>${x(\"java.io.File\", \"/\")}",
                "<#include \"../../../../etc/passwd\">",
                "<#include \"file:///etc/passwd\">",
                "${missing}",
                "<#list 1..1000000000 as i>x</#list>",
                "<#macro m><@m/></#macro><@m/>"
            })
    void aTemplateCannotReachOutOrRunForEver(String template) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateRenderer.TemplateProblem.class)
                .hasMessageStartingWith("the template mine.html.ftlh does not work");
    }

    private String render(String template) throws IOException {
        Files.writeString(folder.resolve("mine.html.ftlh"), template);
        return new TemplateRenderer(folder).render("mine.html.ftlh", Map.of("title", "<b>Tides</b>"));
    }
}
