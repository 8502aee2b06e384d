package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The sentence that is sought stands in square brackets. */
class TextFragmentTests {

    @Test
    void longSentencesAreNamedByTheirEnds() {
        assertThat(fragment("[The vote was 34 to 19, with two members absent.] Work begins."))
                .isEqualTo("#:~:text=The%20vote%20was%2034,with%20two%20members%20absent");
    }

    @Test
    void shortSentencesAreNamedWhole() {
        assertThat(fragment("[Trawling licences cover a third of it.]"))
                .isEqualTo("#:~:text=Trawling%20licences%20cover%20a%20third%20of%20it");
    }

    @Test
    void dashCommaAndAmpersandAreEncoded() {
        assertThat(fragment("[Forty-one, at Byte & Bolt.]"))
                .isEqualTo("#:~:text=Forty%2Done%2C%20at%20Byte%20%26%20Bolt");
    }

    @Test
    void lettersBeyondAsciiAreEncodedAsUtf8() {
        assertThat(fragment("[Où vas-tu, Gdańsk ?]")).isEqualTo("#:~:text=O%C3%B9%20vas%2Dtu%2C%20Gda%C5%84sk%20%3F");
    }

    @Test
    void finalStopsAreLeftOutForProgramsThatFindLinksInText() {
        assertThat(readable("[Nobody knew...]")).isEqualTo("Nobody knew");
        assertThat(fragment("[Nobody knew!]")).isEqualTo("#:~:text=Nobody%20knew%21");
        assertThat(readable("[“Nobody knew.”]")).isEqualTo("“Nobody knew.”");
    }

    @Test
    void whiteSpaceOfAnyKindIsOneSpace() {
        assertThat(readable("[Elle\u00a0  dit\u202f: « non\u00a0»\tet\u2028puis.]"))
                .isEqualTo("Elle dit : « non » et puis");
    }

    @Test
    void scriptsWithoutSpacesAreNamedWhole() {
        assertThat(readable("雨が降った。[誰も動かなかった。]")).isEqualTo("誰も動かなかった。");
    }

    @Test
    void everyScriptWithSpacesIsNamedByItsEnds() {
        assertThat(readable("[정부는 내년 예산을 올해보다 오 퍼센트 늘리기로 했다고 화요일에 밝혔다.]"))
                .isEqualTo("정부는 내년 예산을 올해보다,늘리기로 했다고 화요일에 밝혔다");
        assertThat(readable("[صوت المجلس بعد نقاش دام إحدى عشرة ساعة لصالح السد.]"))
                .isEqualTo("صوت المجلس بعد نقاش,عشرة ساعة لصالح السد");
    }

    @Test
    void theBeginningIsLongEnoughToBeToldFromWhatStandsBefore() {
        assertThat(readable("The vote was 34 to 12.\n[The vote was 34 to 19, with two of its members absent.]"))
                .isEqualTo("The vote was 34 to 19,,of its members absent");
    }

    @Test
    void theHeadlineStandsBeforeTheText() {
        String text = "The vote was close, and two members of the council were absent.";

        assertThat(TextFragment.of(text, new Sentence(text, 0, text.length(), 0), "The Vote was CLOSE, and rightly so"))
                .isEqualTo("#:~:text=The%20vote%20was%20close%2C%20and%20two,the%20council%20were%20absent");
    }

    @Test
    void caseAccentsAndTheShapeOfQuotesDoNotTellPlacesApart() {
        assertThat(
                        readable(
                                "“Le cafe est pret”, a-t-il dit.\n[\"Le café est prêt\" pour tous ceux qui viendront demain matin.]"))
                .isEqualTo("\"Le café est prêt\" pour,qui viendront demain matin");
    }

    @Test
    void whatStandsLaterIsNoMatter() {
        assertThat(readable("[Nobody came.] It rained. Nobody came.")).isEqualTo("Nobody came");
    }

    @Test
    void theEndIsLongEnoughNotToEndInTheMiddle() {
        assertThat(readable("[It fell in the first half of the year and rose in the second half of the year.]"))
                .isEqualTo("It fell in the,second half of the year");
    }

    @Test
    void anEndOfRepetitionsIsLongerThanWhatIsRepeated() {
        assertThat(readable("[On and on and on and on and on and on.]"))
                .isEqualTo("On and on and,and on and on and on");
    }

    @Test
    void whatStoodBeforeIsToldByTheWordsInFrontOfIt() {
        assertThat(readable("Nobody came. It snowed at night. [Nobody came.] The end."))
                .isEqualTo("snowed at night.-,Nobody came");
    }

    @Test
    void orByTheWordsBehindIt() {
        assertThat(readable("Nobody came.\n[Nobody came.] The end.")).isEqualTo("Nobody came.,-The end");
    }

    @Test
    void orByTheParagraphInFrontOfIt() {
        assertThat(readable("Nobody came.\nIt snowed at night.\n[Nobody came.]\nThe end."))
                .isEqualTo("snowed at night.-,Nobody came");
    }

    @Test
    void orByTheParagraphBehindIt() {
        assertThat(readable("It snowed.\nNobody came.\nIt snowed.\n[Nobody came.]\nThe end of the road."))
                .isEqualTo("Nobody came.,-The end of");
    }

    @Test
    void whatNothingTellsApartLeadsToTheFirst() {
        assertThat(readable("It snowed.\nNobody came.\nIt snowed.\n[Nobody came.]"))
                .isEqualTo("Nobody came");
    }

    private static String readable(String marked) {
        return URLDecoder.decode(fragment(marked).substring("#:~:text=".length()), StandardCharsets.UTF_8);
    }

    private static String fragment(String marked) {
        int from = marked.indexOf('[');
        int to = marked.indexOf(']') - 1;
        String text = marked.replaceAll("[\\[\\]]", "");
        return TextFragment.of(text, new Sentence(text.substring(from, to), from, to, 0), "");
    }
}
