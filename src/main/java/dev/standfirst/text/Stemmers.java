package dev.standfirst.text;

import java.util.function.Supplier;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.ar.ArabicStemmer;
import org.apache.lucene.analysis.bg.BulgarianStemmer;
import org.apache.lucene.analysis.bn.BengaliNormalizer;
import org.apache.lucene.analysis.bn.BengaliStemmer;
import org.apache.lucene.analysis.ckb.SoraniStemmer;
import org.apache.lucene.analysis.cz.CzechStemmer;
import org.apache.lucene.analysis.de.GermanLightStemmer;
import org.apache.lucene.analysis.es.SpanishLightStemmer;
import org.apache.lucene.analysis.fa.PersianNormalizer;
import org.apache.lucene.analysis.fa.PersianStemmer;
import org.apache.lucene.analysis.fi.FinnishLightStemmer;
import org.apache.lucene.analysis.fr.FrenchLightStemmer;
import org.apache.lucene.analysis.hi.HindiNormalizer;
import org.apache.lucene.analysis.hi.HindiStemmer;
import org.apache.lucene.analysis.hu.HungarianLightStemmer;
import org.apache.lucene.analysis.id.IndonesianStemmer;
import org.apache.lucene.analysis.in.IndicNormalizer;
import org.apache.lucene.analysis.it.ItalianLightStemmer;
import org.apache.lucene.analysis.lv.LatvianStemmer;
import org.apache.lucene.analysis.no.NorwegianLightStemmer;
import org.apache.lucene.analysis.pt.PortugueseLightStemmer;
import org.apache.lucene.analysis.ru.RussianLightStemmer;
import org.apache.lucene.analysis.sv.SwedishLightStemmer;
import org.apache.lucene.analysis.te.TeluguStemmer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/**
 * Which stemmer serves a language. Light ones where there is a choice (J. Savoy, "Light stemming approaches for the
 * French, Portuguese, German and Hungarian languages", SAC 2006): they bring the forms of a noun together and leave
 * different words apart. A library's class is loaded when a text of its language comes.
 */
final class Stemmers {

    /** In characters: where nothing is known of a language, words that begin alike count as one. */
    private static final int CUT = 7;

    private Stemmers() {}

    /** One that a single thread may use; makes new ones at low cost. */
    static Stemmer of(String language) {
        return switch (language) {
            case "en" -> new PorterStemmer();
            case "de", "fr", "es", "it", "pt", "gl", "ru", "hu" -> light(language);
            case "sv", "no", "nb", "nn", "fi", "cs", "sk", "bg", "mk", "lv" -> northernOrEastern(language);
            case "ar", "fa", "hi", "bn", "te", "ckb", "id", "ms" -> asian(language);
            case "zh", "yue", "ja", "th", "lo", "km", "my", "vi" -> (word, length) -> length;
            default -> snowball(language);
        };
    }

    /**
     * Brings the spellings of one word together that Unicode keeps apart; null where there are none. Keeps no state.
     */
    static @Nullable Stemmer normalizer(String language) {
        return switch (language) {
            case "ar" -> new ArabicNormalizer()::normalize;
            case "fa", "ur" -> new PersianNormalizer()::normalize;
            case "hi", "mr", "ne" -> {
                IndicNormalizer indic = new IndicNormalizer();
                HindiNormalizer hindi = new HindiNormalizer();
                yield (word, length) -> hindi.normalize(word, indic.normalize(word, length));
            }
            case "bn" -> new BengaliNormalizer()::normalize;
            case "ro" -> Stemmers::withCedilla;
            default -> null;
        };
    }

    /** The library knows Romanian as it was typed before its commas came into fonts. */
    private static int withCedilla(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            word[i] = word[i] == 'ș' ? 'ş' : word[i] == 'ț' ? 'ţ' : word[i];
        }
        return length;
    }

    private static Stemmer light(String language) {
        return switch (language) {
            case "de" -> new GermanLightStemmer()::stem;
            case "fr" -> new FrenchLightStemmer()::stem;
            case "es" -> new SpanishLightStemmer()::stem;
            case "it" -> new ItalianLightStemmer()::stem;
            case "pt", "gl" -> new PortugueseLightStemmer()::stem;
            case "ru" -> new RussianLightStemmer()::stem;
            default -> new HungarianLightStemmer()::stem;
        };
    }

    private static Stemmer northernOrEastern(String language) {
        return switch (language) {
            case "sv" -> new SwedishLightStemmer()::stem;
            case "no", "nb" -> new NorwegianLightStemmer(NorwegianLightStemmer.BOKMAAL)::stem;
            case "nn" -> new NorwegianLightStemmer(NorwegianLightStemmer.NYNORSK)::stem;
            case "fi" -> new FinnishLightStemmer()::stem;
            case "cs", "sk" -> new CzechStemmer()::stem;
            case "lv" -> new LatvianStemmer()::stem;
            default -> new BulgarianStemmer()::stem;
        };
    }

    private static Stemmer asian(String language) {
        return switch (language) {
            case "ar" -> new ArabicStemmer()::stem;
            case "fa" -> new PersianStemmer()::stem;
            case "hi" -> new HindiStemmer()::stem;
            case "bn" -> new BengaliStemmer()::stem;
            case "te" -> new TeluguStemmer()::stem;
            case "ckb" -> new SoraniStemmer()::stem;
            default -> indonesian();
        };
    }

    /** Inflection alone: what is derived is another word. */
    private static Stemmer indonesian() {
        IndonesianStemmer stemmer = new IndonesianStemmer();
        return (word, length) -> stemmer.stem(word, length, false);
    }

    /** By constructors that are linked when called: else to load this class would be to load all of these. */
    private static Stemmer snowball(String language) {
        Supplier<SnowballStemmer> found = switch (language) {
            case "nl", "af" -> DutchStemmer::new;
            case "da" -> DanishStemmer::new;
            case "ro" -> RomanianStemmer::new;
            case "tr" -> TurkishStemmer::new;
            case "el" -> GreekStemmer::new;
            case "ca" -> CatalanStemmer::new;
            case "hy" -> ArmenianStemmer::new;
            case "ga" -> IrishStemmer::new;
            case "lt" -> LithuanianStemmer::new;
            case "et" -> EstonianStemmer::new;
            case "eu" -> BasqueStemmer::new;
            case "sr", "hr", "bs" -> SerbianStemmer::new;
            case "ne" -> NepaliStemmer::new;
            case "ta" -> TamilStemmer::new;
            case "yi" -> YiddishStemmer::new;
            default -> null;
        };
        return found == null
                ? Endings.of(language).orElse((word, length) -> Math.min(length, CUT))
                : adapt(found.get());
    }

    /** A stem that is longer than its word by more than a few letters is none. */
    private static Stemmer adapt(SnowballStemmer stemmer) {
        return (word, length) -> {
            stemmer.setCurrent(word, length);
            stemmer.stem();
            int stemmed = stemmer.getCurrentBufferLength();
            if (stemmed == 0 || stemmed > word.length) {
                return length;
            }
            System.arraycopy(stemmer.getCurrentBuffer(), 0, word, 0, stemmed);
            return stemmed;
        };
    }
}
