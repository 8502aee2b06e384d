package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sentences end, language by language. A bar stands where a sentence is to end and is no part of the text. */
class SentenceEndsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            en ~ The tide came in.| The boats went out.
            en ~ Dr. Marlowe met Mr. Olander at 5 p.m. on the quay.
            en ~ They sailed at 5 p.m.| The others waited.
            en ~ They sailed at 5 p.m.| Dolphins followed them.
            en ~ They sail at 5 p.m. Monday and return at 6 p.m. Tuesday.
            en ~ At 6 a.m. Mr. Rost rang the bell.
            en ~ Why now?| Because it rained!| So they say.
            en ~ He wrote to the U.S. Senate about it.| The U.S. answered.
            en ~ The quay belongs to the U.S.| They lease it.
            en ~ See www.example.org for more.| It is free.
            en ~ Write to jo.rost@mail.example.| She answers.
            en ~ Read notes.txt first.| Then open map.v2.png and go.
            en ~ They left early.|The rest stayed.
            en ~ Well ... that was that.| They left.
            en ~ It ended....| Nobody cared.
            en ~ She waited . . . and waited.| He came.
            en ~ It ended.| . . . The rest is known.
            en ~ Pier No. 5 is shut.| See p. 12 and Fig. 3.
            en ~ Was it open?| No.| They shut it.
            en ~ Harbour Boats Inc. Chairman Ann Rost resigned.| Rost Co.| It closed.
            en ~ She likes Yahoo! and he does not.| Yahoo! News said so.
            en ~ What?!| Really!?| Yes.
            en ~ Great race! 😀| We won.
            en ~ See you there 😀| The boats leave at nine.
            en ~ I 💛 Porto and she loves Rome.
            en ~ 'It rained. It poured,' she said.| The dogs' bowls filled.| They drank.
            en ~ He came on Sat. Jan. 5 with Lt. Gov. Rost.| The cat sat.| Nobody minded.
            en ~ It cost $5.50.| It was worth £3.| Nobody paid €2.
            en ~ In 1990 they sailed.| In 1991 they sank.| 15 people died.
            en ~ Wait...what?| I do not know.
            en ~ She moved to St. Ives.| He lives on Main St.| It is long.
            en ~ The file is at https://www.example.org/a.b?c=D.E and so on.| Look.
            en ~ Use C# or .NET here.| Or Node.js.
            en ~ I went home.| iPhones were sold out.
            en ~ Her Ph.D. thesis sold.| She has a Ph.D.| It took years.
            en ~ – Are you coming?| – No.| – Why not?
            en ~ we went outside.| the rain had stopped.| then we left.
            en ~ The E. coli test and the C. elegans worm.| It grew.
            en ~ He works for the C.I.A. in D.C.| She works for the F.B.I.
            en ~ It’s the dogs’ bowls.| They’re full.| Rock ’n’ roll.
            en ~ Mr. and Mrs. Rost vs. the City of Porto.| The court met.
            en ~ He paid approx. 5 dollars.| Prof. A. B. Low, M.D., agreed.
            en ~ Dr. No is a film.| Is it?| Dr. Who is another.
            en ~ Hello 👋🏽 world.| Bye 👨‍👩‍👧!
            en ~ What a day! ☀️| Tomorrow is better.
            en ~ She is as tall as I.| Did Albert I. Rost say so?
            en ~ At 6 a.m. Mr. Rost left.| He was back at 7 P.M.| Mrs. Rost was not.
            en ~ nobody went outside.| the rain had stopped.| then we left.
            en ~ It rained…| The end.| Well… maybe.
            en ~ She said no.| I left.| They live in San Jose, CA.| Others do not.
            en ~ He met Sammy Rost Sr.| He was kind.
            """)
    void endWhereAReaderOfEnglishWouldPause(String language, String sentences) {
        assertSplit(language, sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            de ~ Am 3. Mai kam Dr. Seidel.| Sie blieb z. B. eine Woche.
            de ~ Das sind z. B. Kinder, u. a. Anna, bzw. deren Eltern.
            de ~ Er kam am 12. 5. 2020 an.| Sie blieb bis zum 1. Juni.
            de ~ Im 19. Jahrhundert regierte Ludwig II. Bayern.| Er starb 1886.
            de ~ Der 1. FC Strand stieg in die 2. Bundesliga auf.
            de ~ Das kostet 5 Mio. Euro.| Die Fa. Rost zahlt usw.
            de ~ Es waren 12.| Die anderen gingen.
            de ~ Prof. Dr. med. Koch wohnt in der Berliner Str. 5 in Kiel.| Vgl. S. 12 ff. und Abb. 3.
            de ~ Die GmbH & Co. KG schloss.| Ca. 30 Leute gingen.
            de ~ Das Schiff sank 1912.| Niemand half.
            de ~ Er kommt Mo. und Di. um 8 Uhr.| Danach geht er.
            de ~ Wer kommt?| Na ja … vielleicht Anna.
            fr ~ M. Aubin est parti.| Il reviendra.
            fr ~ Mme Le Goff et M. Le Pen sont venus à 15 h 30.| Pourquoi ?| On l'ignore !
            fr ~ L'an 50 av. J.-C. Rome régnait.| C'est connu.
            fr ~ Voir p. 12, chap. III et art. 5.| Le reste suit.
            fr ~ – Tu viens ?| – Non.
            fr ~ Le bateau, le quai, etc.| Tout était fermé.
            fr ~ Le 1er janv. 2020, Mgr. Dupont est venu.| Selon lui, tout va bien.
            fr ~ Saint-Malo.| L’homme part.
            es ~ ¿Quién llama?| El Sr. Rojas no está.
            es ~ ¡Hola!| ¿Qué tal?| Bien.
            es ~ Vive en EE. UU. desde 1990.| La Sra. Paz vive en EE.UU.| Ella lo sabe.
            es ~ Véase la pág. 12, núm. 3.| El resto sigue.
            es ~ Fue ayer.| ¿y hoy?
            it ~ Il sig. Rossi e la sig.ra Bianchi sono usciti.| Torneranno.
            it ~ L'avv. Verdi, ecc.| Nessuno parla.
            it ~ Vedi pag. 12 e l'art. 5 della legge.| È chiaro.
            it ~ La Mare S.p.A. ha chiuso nel sec. XX.| È finita.
            pt ~ O Sr. Costa e a Dra. Lima saíram.| Voltam às 15h.
            pt ~ A Av. Brasil é longa.| Veja a pág. 5.
            nl ~ Dhr. Jansen en mevr. De Vries kwamen.| Ze bleven o.a. in Gent.
            nl ~ Dat is bijv. Anna, d.w.z. mijn zus.| Zie blz. 12.
            nl ~ Het was stil.| ...en toen begon het.
            sv ~ Han bor t.ex. i Lund.| Hon kommer kl. 15.| Se s. 5.
            sv ~ – Kommer du?| – Nej.
            da ~ Hr. Holm kom den 3. Maj kl. 15.| Han blev bl.a. i Odense.
            da ~ Den 2. Division vandt.| Prisen er 5 mio. kr.| Det er dyrt.
            no ~ Hr. Dahl kom den 3. mai.| Han ble ca. en uke, f.eks. i Bergen.
            fi ~ Hän tuli 3. toukokuuta esim. Turkuun.| Hän jäi sinne.
            de ~ Am Donnerstag, 1. Dezember, um 9.30 Uhr geht es los.| 20 Leute kamen.
            de ~ Der 3. Oktober ist Feiertag.| Am 24. 12. auch.
            de ~ Papst Johannes Paul II. besuchte Köln.| Der Papst blieb.
            de ~ Die Firma wurde i. J. 1990 gegr. und ist u. a. in Bonn tätig.
            de ~ Was nun?!| – Nichts.
            fr ~ J. Dupont et J.-P. Martin, nés en 1950, vivent à St. Malo.| Ils sont âgés.
            fr ~ Il a 5 ans.| Elle en a 6.| 7 autres suivent.
            fr ~ C'est la 2e édition, 3 vol. in-8.| Le S.A.M.U. est venu.
            es ~ Los Dres. Paz y Ruiz, D. Juan y Dª. Ana.| Ya está.
            pt ~ O prof. Lima, a profa. Ana, etc.| Não veio ninguém.
            fi ~ Hän on mm. Helsingistä.| Ks. s. 5.
            de ~ Ich folge dir.| Er folgt mir.| Das ist mein Rat.| Sie wohnt in der WG.| Er nicht.
            fr ~ Comme je l'ai dit.| Il est tard.| Nous montons au col.| Elle attend.
            """)
    void knowTheHabitsOfWesternAndNorthernEurope(String language, String sentences) {
        assertSplit(language, sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            pl ~ Prof. Nowak mieszka przy ul. Długiej, tj. w centrum.| Wróci w 2020 r.| Potem wyjedzie.
            pl ~ W 1990 r. Kowalski wyjechał m.in. do Łodzi.
            pl ~ Kupił chleb, mleko itd.| Nikt nie wiedział.
            cs ~ Přijel 3. května, tj. v pátek, s Ing. Novákem.| Zůstal do 5. 6. 2020.
            cs ~ Karel IV. Lucemburský vládl.| Zemřel roku 1378.
            sk ~ Prišiel 3. mája s Mgr. Horákom.| Zostal napr. v Nitre.
            hr ~ Došao je 3. svibnja u Ul. Kralja.| Ostao je do 2020. godine.
            ru ~ Г. Иванов живёт на ул. Садовой, д. 5.| Он вернётся в 2020 г.| Потом уедет.
            ru ~ В 1990 г. Иванов уехал в г. Москву, т. е. в столицу.
            ru ~ — Ты идёшь?| — Нет.
            ru ~ А. С. Пушкин и Л.Н. Толстой жили в XIX в.| Их читают.
            ru ~ Он купил хлеб, молоко и т. д.| Никто не знал.
            uk ~ Проф. Коваль живе на вул. Садовій.| Він повернеться у 2020 р.| Потім поїде.
            bg ~ Проф. Иванов живее на ул. Витоша.| Той се върна през 2020 г.| После замина.
            el ~ Ο κ. Παππάς ήρθε στις 5 μ.μ.| Γιατί ήρθε;| Δεν ξέρω.
            el ~ Π.χ. η Άννα.| Βλ. σελ. 5.
            tr ~ Prof. Dr. Yılmaz 3. Selim’i anlattı.| Sonra 2. Dünya Savaşı geldi.
            tr ~ Kitap, kalem vb.| Hepsi satıldı.
            ro ~ Dl. Popescu și dna. Ionescu au venit.| Au stat pe str. Lungă nr. 5.
            hu ~ Dr. Kovács 2020. május 3-án jött.| Nem maradt.
            hu ~ A 2. Ferenc utca, a 3. Kerület stb.| Nem volt más.
            et ~ Ta tuli 3. mail.| Nüüd on ta siin jne.| Keegi ei läinud.
            lv ~ Viņš ieradās 2020. gada 3. maijā.| Tagad viņš ir šeit.
            lt ~ Jis atvyko 2020 m. gegužės 3 d.| Dabar jis čia.
            kk ~ Ол 2020 ж. келді.| Бұл жақсы.
            uk ~ У с. Садове живе 5 тис. осіб.| Це мало.
            tr ~ Saat 5’te geldi.| 12. yüzyılda Sn. Kaya yoktu.
            el ~ Χθες έμεινε εδώ ο Γιώργος.| Δεν έφυγε.
            el ~ Ο ναύτης κοιμήθηκε.| το λιμάνι ήταν άδειο.
            pl ~ Pomógł im.| Potem wrócił.| Szkoła im. Kopernika stoi.
            ru ~ Он помог им.| Потом ушёл в школу им. Пушкина.
            """)
    void knowTheHabitsOfEasternAndSouthernEurope(String language, String sentences) {
        assertSplit(language, sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ar ~ هل تمطر؟| نعم، تمطر.
            ar ~ وصل د. أحمد إلى المدينة.| ثم غادر.
            ar ~ بلغ السعر 7.9 مليار.| ثم ارتفع!
            fa ~ باران می‌بارد.| کسی بیرون نرفت؟| نه.
            ur ~ بارش ہو رہی ہے۔| کوئی نہیں گیا۔
            ur ~ وہ ایم۔اے ہے۔| اچھا!
            hi ~ बारिश हुई।| कोई नहीं हिला।
            hi ~ डॉ. शर्मा आए।| क्या वे रुके?| नहीं |
            hi ~ मूल्य 3.5 रु. है।| ठीक है।
            hy ~ Ի՞նչ կա։| Ոչինչ։
            hy ~ Անձրև է:| Ի՜նչ լավ է:
            zh ~ 下雨了。|没有人动！|为什么？
            ja ~ 雨が降った。|誰も動かなかった。
            ja ~ 本当！？|はい（たぶん。）。|３．５％だ。
            ko ~ 비가 왔다.| 아무도 움직이지 않았다.| 왜?
            ko ~ 2020. 3. 1. 행사가 열렸다.| 3.5% 올랐다.
            th ~ ฝนตกหนักมากในวันนี้ครับ| ไม่มีใครออกไปข้างนอก
            th ~ ดร. สมชาย มาถึงเมื่อ พ.ศ. 2560
            th ~ ราคาน้ำมันเพิ่มขึ้นร้อยละห้า| อย่างไรก็ตาม ประชาชนยังใช้รถ
            am ~ ዝናብ ዘነበ።| ማንም አልተንቀሳቀሰም።| ለምን፧
            am ~ ዝናብ ዘነበ፡፡| ማንም አልወጣም፡፡
            my ~ မိုးရွာသည်။| ဘယ်သူမှ မထွက်။
            he ~ ד. כהן הגיע.| הוא נשאר.
            bn ~ বৃষ্টি হল।| কেউ নড়ল না।
            vi ~ TS. Nguyễn đến TP. Huế.| Ông ở lại.
            id ~ Dr. Budi tinggal di Jl. Merdeka No. 5.| Ia pulang.
            my ~ မိုးရွာသည်။|နေကောင်းလား။
            hy ~ Կանոնը պարզ է. լռել և լսել:| Այդպես էլ եղավ:
            am ~ ዝናብ ዘነበ።|ማንም አልወጣም።
            """)
    void knowTheHabitsOfOtherScripts(String language, String sentences) {
        assertSplit(language, sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            en ~ "It rained. It poured," she said.| Nobody moved.
            en ~ The quay (see below. It is old.) was shut.| They left.
            en ~ "Stop!" Anna said.| Nobody did.
            en ~ "But I--"| The line went dead.
            en ~ Gov. Rost, Sen. Hale (D-Calif.) and Rep. Low met.| They agreed.
            en ~ The mast was 5'10" tall.| It fell.| "Oh," he said.
            en ~ She said “yes. I will. Now” and left.| He stayed.
            de ~ „Es regnet. Es gießt“, sagte sie.| Niemand ging.
            de ~ »Es regnet. Es gießt«, sagte sie.| Niemand ging.
            de ~ Sie rief: „Komm!“| Er kam nicht.
            de ~ „‚Komm. Geh.‘ So sprach er“, sagte sie.| Er ging.
            fr ~ « Il pleut. Il vente. »| Personne ne bouge.
            fr ~ « Il pleut. Il vente », dit-elle.| Personne ne bouge.
            fr ~ Il a dit : « Partez ! » et il est sorti.
            es ~ «Llueve. Hace frío», dijo.| Nadie salió.
            it ~ «Piove. Tira vento», disse.| Nessuno uscì.
            pt ~ “Chove. Faz frio”, disse ela.| Ninguém saiu.
            sv ~ ”Det regnar. Det blåser”, sa hon.| Ingen gick.
            da ~ »Det regner. Det blæser,« sagde hun.| Ingen gik.
            nb ~ «Det regner. Det blåser», sa hun.| Ingen gikk.
            fi ~ ”Sataa. Tuulee”, hän sanoi.| Kukaan ei lähtenyt.
            pl ~ „Pada. Wieje”, powiedziała.| Nikt nie wyszedł.
            cs ~ „Prší. Fouká,“ řekla.| Nikdo nešel.
            ru ~ «Дождь. Ветер», — сказала она.| Никто не вышел.
            ru ~ «Идёшь?» — спросил он.| Она молчала.
            uk ~ «Дощ. Вітер», — сказала вона.| Ніхто не вийшов.
            bg ~ „Вали. Духа“, каза тя.| Никой не излезе.
            el ~ «Βρέχει. Φυσάει», είπε.| Κανείς δεν βγήκε.
            tr ~ “Yağmur var. Rüzgâr var,” dedi.| Kimse çıkmadı.
            ro ~ „Plouă. Bate vântul”, a spus ea.| Nimeni nu a ieșit.
            hu ~ „Esik. Fúj a szél” – mondta.| Senki sem ment ki.
            ar ~ قال: «المطر. الريح» ثم خرج.| لم يخرج أحد.
            zh ~ 他说：“下雨了。刮风了。”|没有人动。
            zh ~ “走吧！”他说。|大家都走了。
            zh ~ 增长了3.5%。|《你好！朋友》很好。
            ja ~ 彼は「雨だ。風だ。」と言った。|帰った。
            en ~ She said, "I am tired."| He said, "Go home."| They went.
            en ~ "Where are you going?" he asked.| "Home!" she cried.| "Now."
            en ~ (He left.)| [She stayed.]| {They met.}
            en ~ It is true (really!).| It is.
            en ~ ‘It rained. It poured,’ she said.| ‘Oh,’ he said.
            en ~ She asked "Why?" and he said "No." without a word.
            de ~ Die Regierung (CDU/CSU. SPD) trat zurück.| Anna sagte: »Gut.«| Er schwieg.
            de ~ „Wann kommst du?“, fragte sie.| „Bald.“
            de ~ Ab 1990 stieg der Preis um 5 Prozent (vgl. Kap. 3 Abs. 2).| So blieb es.
            fr ~ Le président a dit : « C’est fini. On part. »| Il est parti.
            fr ~ « Où vas-tu ? » demanda-t-elle.| « Là-bas ! »
            fr ~ "Il pleut. Il vente", dit-elle.| Personne.
            fr ~ Le n° 5 et le no. 6 de la rue (cf. p. 3).| Voilà.
            ru ~ Он (г-н Иванов. Тот самый) ушёл.| Она осталась…| Потом ушла.
            zh ~ 他问：“你好吗？你去哪儿？”我不知道。
            zh ~ “下雨了。”|大家都走了。
            ko ~ "비가 온다. 바람이 분다."라고 말했다.| 그는 갔다.
            ar ~ قال (هذا صحيح. نعم) ثم خرج.| انتهى.
            cs ~ Narodil se r. 1950 v Praze.| „Ahoj!“ řekl.
            en ~ The quay was shut.| (It is old.)
            en ~ He had a “stray mark.| It was never closed.| She went home.
            en ~ “It rained.| It poured.| The second mark is missing.
            en ~ "One. Two."| "Three. Four."
            """)
    void keepQuotationsAndBracketsWhole(String language, String sentences) {
        assertSplit(language, sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            en ~ The quay is old.[1]| It was shut.[2][3]| Nobody minds.
            en ~ The quay is old.¹| It was shut.12| Nobody minds.
            en ~ The quay is old. [4]| It was shut. [better source needed]
            en ~ 1. Flour| 2. Eggs| 3. Milk
            en ~ 1) Take flour.| 2) Add eggs.
            en ~ a) flour| b) eggs| c) milk
            en ~ • Flour| • Eggs
            de ~ 1. Auflage| 2. Auflage
            en ~ (1) The first.| (2) The second.
            """)
    void keepTheItemsOfListsApartAndNotesWithTheirSentence(String language, String sentences) {
        assertSplit(language, sentences);
    }

    private static void assertSplit(String language, String sentences) {
        String text = sentences.replace("|", "");

        assertThat(Sentences.split(text, Locale.forLanguageTag(language)))
                .extracting(Sentence::text)
                .containsExactlyElementsOf(
                        Arrays.stream(sentences.split("\\|")).map(String::strip).toList());
    }
}
