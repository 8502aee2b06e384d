package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void equalWordsHaveEqualNumbersInAllTextsOfAVocabulary() {
        Tokens title = vocabulary.tokens("Harbour reopens", Locale.ENGLISH);
        Tokens text = vocabulary.tokens("The HARBOUR was closed.", Locale.ENGLISH);

        assertThat(text.folded(1)).isEqualTo(title.folded(0));
        assertThat(text.stem(1)).isEqualTo(title.stem(0));
        assertThat(vocabulary.size()).isEqualTo(7);
        assertThat(IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::word))
                .containsExactly("harbour", "reopens", "reopen", "the", "was", "closed", "close");
    }

    @Test
    void grammarHasNoStem() {
        Tokens tokens = vocabulary.tokens("The plan of the council", Locale.ENGLISH);

        assertThat(tokens.stem(0)).isEqualTo(Vocabulary.NONE);
        assertThat(words(tokens.stems(0, tokens.size()))).containsExactly("plan", "council");
    }

    @Test
    void aSentenceIsASliceOfItsText() {
        String text = "Mills close. Ships sail north.";
        Tokens tokens = vocabulary.tokens(text, Locale.ENGLISH);

        int from = tokens.firstAt(13);
        int to = tokens.firstAt(30);
        assertThat(IntStream.range(from, to).mapToObj(i -> text.substring(tokens.from(i), tokens.to(i))))
                .containsExactly("Ships", "sail", "north");
        assertThat(tokens.firstAt(text.length())).isEqualTo(tokens.size());
    }

    @Test
    void aWordWithHyphensIsOneWordWithOneEnding() {
        assertThat(stems("en", "half-hours half‑hour Franco-German"))
                .containsExactly("half-hour", "half-hour", "franco-german");
    }

    @Test
    void whatAHyphenTiesToAVerbIsGrammar() {
        assertThat(stems("fr", "Celui-ci, a-t-elle")).isEmpty();
        assertThat(stems("fr", "Celui-ci, chante-t-il, Franco-Allemand")).containsExactly("chant", "franco-alemand");
    }

    @Test
    void everySecondPairAddsNoWord() {
        Tokens tokens = vocabulary.tokens("東京都議", Locale.JAPANESE);

        assertThat(tokens.size()).isEqualTo(3);
        assertThat(tokens.words(0, 3)).isEqualTo(2);
        assertThat(tokens.goesOn(1)).isTrue();
    }

    @Test
    void aLetterBeforeAHyphenBelongsToItsWord() {
        assertThat(stems("en", "e-mail email X-ray G-7")).containsExactly("email", "email", "xrai", "g7");
    }

    @Test
    void theShapeOfAWordIsKept() {
        Tokens tokens = vocabulary.tokens("Paris NATO covid-19 東京", Locale.ENGLISH);

        assertThat(List.of(tokens.isCapitalised(0), tokens.isCapitalised(1), tokens.isCapitalised(2)))
                .containsExactly(true, true, false);
        assertThat(List.of(tokens.hasDigit(1), tokens.hasDigit(2))).containsExactly(false, true);
    }

    @Test
    void aNameMeetsItselfInAnotherLanguage() {
        int[] english = vocabulary.tokens("Lisbon", Locale.ENGLISH).stems(0, 1);
        int[] german = vocabulary.tokens("Lisbon", Locale.GERMAN).stems(0, 1);

        assertThat(german).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            de ~ Straße ~ STRASSE
            el ~ ΟΔΟΣ ~ οδός
            el ~ Ὀδυσσεύς ~ οδυσσευς
            tr ~ IŞIK ~ ışık
            tr ~ İzmir ~ izmir
            en ~ İzmir ~ izmir
            en ~ Ｔｏｋｙｏ２ ~ tokyo2
            en ~ ﬁne ~ fine
            en ~ rock’n’roll ~ rock'n'roll
            hy ~ և ~ եւ
            ar ~ كِتَاب ~ كتـــاب
            fa ~ می‌خواهم ~ میخواهم
            he ~ צה״ל ~ צה"ל
            ja ~ ｶﾞｲﾄﾞ ~ ガイド
            th ~ ๒๕ ~ 25
            ru ~ за\u0301мок ~ замок
            ru ~ Йод ~ и\u0306од
            fr ~ été ~ e\u0301te\u0301
            ko ~ 한국 ~ 한국
            vi ~ Việt ~ Vie\u0323\u0302t
            """)
    void spellingsOfOneWordAreOneWord(String language, String one, String other) {
        Locale locale = Locale.forLanguageTag(language);
        Tokens tokens = vocabulary.tokens(one, locale);
        Tokens others = vocabulary.tokens(other, locale);

        assertThat(others.size()).isEqualTo(tokens.size());
        assertThat(others.folded(0)).isEqualTo(tokens.folded(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            en ~ the council's councils ~ council council
            en ~ O'Neill isn't here ~ oneil
            de ~ die Häuser des Hauses ~ haus haus
            fr ~ l’eau de l'UE qu'elle jusqu'à ~ eau ue
            fr ~ les journaux du journal ~ journal journal
            es ~ los gobiernos y el gobierno ~ gobiern gobiern
            it ~ dell'arte un'altra i cittadini ~ arte altra cittadin
            pt ~ as nações da nação ~ naca naca
            nl ~ de huizen en het huis ~ huiz huis
            sv ~ regeringen och regeringens ~ regering regering
            da ~ regeringen og regeringens ~ regering regering
            no ~ regjeringen og regjeringens ~ regjering regjering
            fi ~ EU:n hallitus ja hallituksen ~ eu hallitu hallitu
            pl ~ rząd i rządowi w Warszawie ~ rząd rząd warszaw
            cs ~ vláda a vlády ~ vlád vlád
            sk ~ vláda a vlády ~ vlád vlád
            sl ~ vlada in vlade ~ vlad vlad
            hr ~ vlada i vlade ~ vlad vlad
            sr ~ влада и владе ~ vlad vlad
            ru ~ правительство и правительства ~ правительств правительств
            uk ~ уряд і уряду ~ уряд уряд
            be ~ урад і ўрада ~ урад ўрад
            bg ~ правителството на правителство ~ правителств правителств
            el ~ η κυβέρνηση της κυβέρνησης ~ κυβερνησ κυβερνησ
            tr ~ Ankara'dakilerden ve hükümetin hükümet ~ ankar hükümet hükümet
            ro ~ guvernul și guvernului aceștia ~ guvern guvern
            hu ~ a kormány és kormánynak ~ kormany kormany
            ar ~ الحكومة في حكومة ~ حكوم حكوم
            fa ~ دولت در دولت‌ها ~ دولت دولت
            ur ~ حکومت کی ~ حكومت
            he ~ הממשלה של ~ הממשלה
            hi ~ सरकार और सरकारों ~ सरकार सरकार
            hy ~ քաղաքը և քաղաքի ~ քաղ քաղ
            ca ~ l'home i els homes ~ hom hom
            ga ~ na n-éan ~ éan
            lv ~ valdība un valdības ~ valdīb valdīb
            lt ~ vyriausybė ir vyriausybės ~ vyriausyb vyriausyb
            et ~ linnas ja linnad ~ linna linna
            id ~ pemerintah dan pemerintahnya ~ pemerintah pemerintah
            eu ~ etxeak eta etxeen ~ etxe etxe
            gl ~ os gobernos do goberno ~ gobern gobern
            is ~ ríkisstjórnin og ríkisstjórn ~ ríkisstjórn ríkisstjórn
            ko ~ 정부는 그리고 정부가 ~ 정부 정부
            ka ~ მთავრობის და მთავრობა ~ მთავრობ მთავრობა
            zh ~ 中国的经济 ~ 中国 经济
            ja ~ 東京の議会 ~ 東京 京の の議 議会
            vi ~ chính phủ của Việt Nam ~ chính phủ việt nam
            xx ~ unbekanntes Wort ~ unbekan wort
            """)
    void theFormsOfAWordHaveAStemAndGrammarHasNone(String language, String text, String stems) {
        assertThat(stems(language, text)).containsExactly(stems.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "caresses,caress",
        "ponies,poni",
        "hopping,hop",
        "filing,file",
        "falling,fall",
        "relational,relat",
        "happy,happi",
        "adjustment,adjust",
        "replacement,replac",
        "adoption,adopt",
        "controlling,control",
        "agreed,agre",
        "sky,sky"
    })
    void englishIsStemmedAsPorterPublished(String word, String stem) {
        assertThat(stems("en", word)).containsExactly(stem);
    }

    @Test
    void aLanguageThatNobodyKnowsComparesWordsByTheirFirstLetters() {
        assertThat(stems("qqx", "barragement barragements")).containsExactly("barrage", "barrage");
        assertThat(Stemming.of("qqx")).isSameAs(Stemming.of("qqy"));
    }

    private List<String> stems(String language, String text) {
        Tokens tokens = vocabulary.tokens(text, Locale.forLanguageTag(language));
        return words(tokens.stems(0, tokens.size()));
    }

    private List<String> words(int[] numbers) {
        return IntStream.of(numbers).mapToObj(vocabulary::word).toList();
    }
}
