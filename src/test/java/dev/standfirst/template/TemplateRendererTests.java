package dev.standfirst.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.standfirst.template.Mistake.Kind;
import dev.standfirst.template.TemplateRenderer.TemplateProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRendererTests {

    private static final String FILE = "mine.html.ftlh";

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
                "<#list 1.. as i></#list>",
                "<#attempt><#list 1.. as i>xxxxxxxx</#list><#recover>fine</#attempt>",
                "<#macro m><@m/></#macro><@m/>",
                "<#function f n><#return f(n - 1) + f(n - 1)></#function>${f(40)}",
                "<#assign x=\"xxxxxxxxxxxxxxxx\"><#list 1..40 as i><#assign x = x + x></#list>",
                "${(1..2000000000)?filter(x -> x < 0)?size}",
                "${(\"a\"?left_pad(40, \"a\") + \"!\")?matches(\"(a+)+b\")?c}",
                "<#assign t = \"<#list 1.. as i></#l\" + \"ist>\"><@(t?interpret)/>",
                "<#include \"/etc/passwd\">",
                "<#import \"../outside.ftlh\" as o>"
            })
    void aTemplateCannotReachOutOrRunForEver(String template) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateRenderer.TemplateProblem.class)
                .hasMessageStartingWith("the template mine.html.ftlh does not work");
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndWhatItIsAbout() {
        assertThat(mistake("<p>\n  ${titel}</p>")).isEqualTo(new Mistake(Kind.MISSING, FILE, 2, 5, "titel"));
        assertThat(mistake("<p>\n<#list a as b>")).matches(one -> one.kind() == Kind.SYNTAX && one.line() == 2);
        assertThat(mistake("ok\n ${title?matches(\"x\")?c}"))
                .isEqualTo(new Mistake(Kind.FORBIDDEN, FILE, 2, 9, "?matches"));
        assertThat(mistake("${\"x.Y\"?new()}").kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(mistake("${title?api.class}").kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(mistake("<#import \"nothing.ftlh\" as n>").kind()).isEqualTo(Kind.NO_TEMPLATE);
        assertThat(endless("<#list 1.. as i></#list>").kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(mistake("<#list 1.. as i>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</#list>")
                        .kind())
                .isEqualTo(Kind.TOO_MUCH);
        assertThat(mistake("<#macro m><@m/></#macro><@m/>").kind()).isEqualTo(Kind.ITSELF);
        // A megabyte made again and again: however small the heap is, it is this limit that is met.
        String greedy = "<#assign x=\"xxxxxxxxxx\"><#list 1..17 as i><#assign x = x + x></#list>"
                + "<#list 1..1000 as i><#assign y = x + x></#list>";
        assertThatThrownBy(() -> render(greedy)).hasMessageContaining("it takes more than 256 MB");
    }

    @Test
    void whatIsUsedByAnotherTemplateIsLockedAsWell() throws IOException {
        Files.writeString(folder.resolve("loop.ftlh"), "<#macro m><#list 1.. as i></#list></#macro>");

        assertThat(endless("<#import \"loop.ftlh\" as l><@l.m/>").kind()).isEqualTo(Kind.TOO_LONG);
    }

    @Test
    void oneThatCannotBeEndedKeepsNobodyWaitingAndIsTheOnlyOneTried() {
        TemplateRenderer program = new TemplateRenderer(folder);
        String stuck = "${(\"a\"?left_pad(29, \"a\") + \"!\")?replace(r\"(a+)+\\1b\", \"\", \"r\")}";

        assertThat(mistake(program, stuck).kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(mistake(program, "fine").detail()).isEqualTo("the one before it is still at work");
    }

    @Test
    void whatLeadsOutOfTheFolderIsNotThere(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.ftlh"), "secret");
        Files.createSymbolicLink(folder.resolve("link.ftlh"), outside.resolve("secret.ftlh"));

        assertThatThrownBy(() -> new TemplateRenderer(folder).render("link.ftlh", Map.of()))
                .isInstanceOf(TemplateProblem.class);
    }

    /** With as much time as there is. */
    private Mistake mistake(String template) {
        return mistake(new TemplateRenderer(folder), template, Duration.ofMinutes(1));
    }

    /** With so little time that no other limit can be met before. */
    private Mistake endless(String template) {
        return mistake(new TemplateRenderer(folder), template, Duration.ofMillis(1));
    }

    /** With half a second for what cannot be ended. */
    private static Mistake mistake(TemplateRenderer program, String template) {
        return mistake(program, template, Duration.ofMillis(500));
    }

    private static Mistake mistake(TemplateRenderer program, String template, Duration time) {
        return catchThrowableOfType(
                        TemplateProblem.class,
                        () -> program.trying(Map.of(FILE, template), time).render(FILE, Map.of("title", "Tides")))
                .mistake();
    }

    private String render(String template) throws IOException {
        Files.writeString(folder.resolve("mine.html.ftlh"), template);
        return new TemplateRenderer(folder).render("mine.html.ftlh", Map.of("title", "<b>Tides</b>"));
    }
}
