package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTests {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            en ~ The ferry was late again, and nobody at the harbour knew why.
            de ~ Die Fähre kam wieder zu spät, und niemand im Hafen wusste warum.
            fr ~ Le bac est encore arrivé en retard, et personne au port ne savait pourquoi.
            es ~ El ferri volvió a llegar tarde y nadie en el puerto sabía por qué.
            it ~ Il traghetto era di nuovo in ritardo e nessuno al porto sapeva perché.
            nl ~ De veerboot was weer te laat en niemand in de haven wist waarom.
            pt ~ A balsa voltou a chegar atrasada e ninguém no porto sabia por quê.
            sv ~ Färjan var sen igen, och ingen i hamnen visste varför.
            da ~ Færgen var forsinket igen, og ingen på havnen vidste hvorfor.
            no ~ Ferja var forsinket igjen, og ingen på kaia visste hva som hadde skjedd.
            fi ~ Lautta oli taas myöhässä, eikä kukaan satamassa tiennyt miksi.
            pl ~ Prom znowu się spóźnił i nikt w porcie nie wiedział dlaczego.
            cs ~ Trajekt měl zase zpoždění a nikdo v přístavu nevěděl proč.
            sk ~ Trajekt mal opäť meškanie a nikto v prístave nevedel prečo, keď už bol večer.
            hu ~ A komp megint késett, és a kikötőben senki sem tudta, miért.
            ro ~ Feribotul a întârziat din nou și nimeni din port nu știa de ce.
            tr ~ Feribot yine gecikti ve limanda kimse nedenini bilmiyordu.
            id ~ Kapal feri terlambat lagi dan tidak ada orang di pelabuhan yang tahu sebabnya.
            vi ~ Chuyến phà lại đến muộn và không ai ở bến cảng biết tại sao.
            ru ~ Паром снова опоздал, и никто в порту не знал почему.
            uk ~ Пором знову запізнився, і ніхто в порту не знав чому.
            bg ~ Фериботът отново закъсня и никой на пристанището не знаеше защо.
            sr ~ Трајект је поново каснио и нико у луци није знао зашто.
            el ~ Το πλοίο άργησε πάλι και κανείς στο λιμάνι δεν ήξερε γιατί.
            ar ~ تأخرت العبارة مرة أخرى ولم يعرف أحد في الميناء السبب.
            fa ~ کشتی دوباره دیر رسید و هیچ کس در بندر نمی‌دانست چرا.
            he ~ המעבורת שוב איחרה ואיש בנמל לא ידע למה.
            hi ~ नौका फिर देर से आई और बंदरगाह पर किसी को नहीं पता था कि क्यों।
            ja ~ フェリーはまた遅れ、港の誰もその理由を知らなかった。
            zh ~ 渡轮又晚点了，港口没有人知道为什么。
            ko ~ 여객선이 또 늦었고 항구의 누구도 이유를 몰랐다.
            th ~ เรือข้ามฟากมาสายอีกแล้วและไม่มีใครที่ท่าเรือรู้ว่าทำไม
            """)
    void oneSentenceIsEnough(String language, String text) {
        assertThat(LanguageDetector.detect(text)).isEqualTo(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            en ~ Why the ferry is late again
            de ~ Warum die Fähre schon wieder zu spät kommt
            fr ~ Pourquoi le bac est encore en retard
            es ~ Por qué el ferri llega tarde otra vez
            it ~ Perché il traghetto è ancora in ritardo
            nl ~ Waarom de veerboot weer te laat is
            ja ~ 台風、フェリー欠航
            """)
    void aHeadlineMayBe(String language, String text) {
        assertThat(LanguageDetector.detect(text)).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void whatTellsNothingIsNotGuessed() {
        assertThat(LanguageDetector.detect("Xyzzy plugh 42")).isEqualTo(Locale.ROOT);
        assertThat(LanguageDetector.detect("")).isEqualTo(Locale.ROOT);
        assertThat(LanguageDetector.detect("2021 / 17")).isEqualTo(Locale.ROOT);
    }

    @Test
    void theDeclaredLanguageHoldsUnlessTheTextIsClearlyInAnother() {
        String german = "Die Fähre kam wieder zu spät, und niemand im Hafen wusste warum. ".repeat(5);

        assertThat(LanguageDetector.detect(german, Locale.ENGLISH)).isEqualTo(Locale.GERMAN);
        assertThat(LanguageDetector.detect(german, Locale.GERMAN)).isEqualTo(Locale.GERMAN);
        assertThat(LanguageDetector.detect("Ein Wort", Locale.ENGLISH)).isEqualTo(Locale.ENGLISH);
        assertThat(LanguageDetector.detect("渡轮又晚点了，港口没有人知道为什么。".repeat(5), Locale.ENGLISH))
                .isEqualTo(Locale.CHINESE);
    }
}
