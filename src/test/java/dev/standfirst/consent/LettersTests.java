package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.Golden;
import dev.standfirst.TestDatabase;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.ReceivedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mails say, and what they never say. */
class LettersTests {

    @TempDir
    private Path home;

    private final Installation here = new Installation(new TestDatabase());

    @AfterEach
    void end() throws IOException {
        here.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theConfirmationSaysWhatComesWhenAndWhatToDo(String language) throws IOException {
        aDigest();
        Message message =
                letter("ada@example.org", Locale.forLanguageTag(language)).message();
        String token = token(message.text());

        assertThat(message.from().value()).isEqualTo("brief@harbour.example");
        assertThat(message.fromName()).isEqualTo("Morning Brief");
        Golden.check(
                LettersTests.class,
                "confirm-" + language + ".txt",
                message.text().replace(token, "TOKEN"));
        Golden.check(
                LettersTests.class,
                "confirm-" + language + ".html",
                message.html().replace(token, "TOKEN"));
    }

    @ParameterizedTest
    @EnumSource(LetterText.Kind.class)
    void everyLetterKeepsTheRulesOfMails(LetterText.Kind kind) throws IOException {
        aDigest();
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            LetterText.Parts parts = here.letterText()
                    .write(
                            kind,
                            request("ada@example.org", language),
                            Optional.of(here.brief),
                            here.senders(home).of(Optional.of(here.brief)).orElseThrow(),
                            "x".repeat(32));
            check(parts, language);
        }
    }

    private static void check(LetterText.Parts parts, Locale language) {
        Document page = Jsoup.parse(parts.html());
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language.getLanguage());
        assertThat(page.selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("table:not([role=presentation])")).isEmpty();
        assertThat(page.select("img, script, link, form")).isEmpty();
        assertThat(page.select("a").eachAttr("href"))
                .hasSize(2)
                .allMatch(link -> link.matches("https://brief\\.example/[a-z]+/x{32}"));
        assertThat(parts.html()).doesNotContainPattern("[\\u0080-\\u009f]").hasSizeLessThan(20_000);
        assertThat(parts.text().lines()).allMatch(line -> line.length() <= 72 || line.startsWith("https://"));
        String text = parts.text().replaceAll("\\s+", " ");
        for (Element words : page.select("p:not(:has(a)), a.btx")) {
            assertThat(text).contains(words.text());
        }
        assertThat(parts.subject() + text).doesNotContain("!", "{", "''");
    }

    @Test
    void aMailIsMarkedAsWrittenByAProgramAndOffersNoLeaving() throws IOException {
        here.ask("ada@example.org");
        here.deliver();

        ReceivedMail mail = here.mails().get(0);
        assertThat(mail.subject()).isEqualTo("Confirm your email for Morning Brief");
        assertThat(mail.headers())
                .contains(new Message.Header("Auto-Submitted", "auto-generated"))
                .noneMatch(header ->
                        header.name().startsWith("List-") || header.name().equals("Precedence"));
        assertThat(mail.messageId()).matches("[0-9]+\\.[A-Za-z0-9_-]{22}@brief\\.example");
    }

    @Test
    void nothingThatAStrangerTypedIsInTheMailButTheAddressItGoesTo() {
        Visitor stranger = new Visitor("192.0.2.7", "https://spam.example/client", "Win at https://spam.example/words");
        here.optIn.ask("morning-brief", "ada@example.org", Locale.forLanguageTag("en-x-spam"), stranger);
        here.deliver();

        ReceivedMail mail = here.mails().get(0);
        assertThat(mail.text() + mail.html() + mail.headers()).doesNotContain("spam", "192.0.2.7");
        assertThat(mail.text()).contains("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada+win-at-www.spam.example@example.org",
                "ada/www.spam.example@example.org",
                "ada=spam*now@example.org"
            })
    void anAddressThatCouldCarryWordsIsNotRepeated(String address) {
        here.ask(address);
        here.deliver();

        ReceivedMail mail = here.mails().get(0);
        assertThat(mail.to()).isEqualTo(address);
        assertThat(mail.text() + mail.html()).contains("at this address").doesNotContain("spam");
    }

    @Test
    void withoutADigestTheSettingsSayWhoItIsFrom() {
        Message message = letter("ada@example.org", Locale.ENGLISH).message();

        assertThat(message.from().value()).isEqualTo("brief@brief.example");
        assertThat(message.text()).contains("that you want Morning Brief at ada@example.org.");
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsAnsweredInEnglish() {
        Message message = letter("ada@example.org", Locale.JAPANESE).message();

        assertThat(message.html()).contains("<html lang=\"en\"");
        assertThat(message.subject()).isEqualTo("Confirm your email for Morning Brief");
    }

    private Letters.Letter letter(String address, Locale language) {
        return here.letters(home).write(request(address, language)).orElseThrow();
    }

    private Request request(String address, Locale language) {
        here.optIn.ask("morning-brief", address, language, Installation.VISITOR);
        List<Request> due = here.requests.due(10);
        return due.get(due.size() - 1);
    }

    private static String token(String text) {
        var link = Pattern.compile("/c/([A-Za-z0-9_-]{32})").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void aDigest() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("articles"));
        Files.writeString(home.resolve("jobs/brief.yaml"), """
                title: Morning Brief
                language: en
                sources:
                  - name: Harbour Times
                    folder: articles
                schedule:
                  time: "07:00"
                  zone: Europe/Berlin
                  days: weekdays
                audience:
                  list: morning-brief
                sender:
                  name: Morning Brief
                  address: brief@harbour.example
                  postal: Harbour Press Club, 12 Rope Walk, Port Averil
                """);
    }
}
