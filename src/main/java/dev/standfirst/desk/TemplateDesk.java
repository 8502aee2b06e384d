package dev.standfirst.desk;

import dev.standfirst.consent.LetterTrial;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.TemplateTrial;
import dev.standfirst.edition.TemplateTrial.Case;
import dev.standfirst.edition.TemplateTrial.Seen;
import dev.standfirst.edition.TemplateTrial.Trial;
import dev.standfirst.template.Mistake;
import dev.standfirst.template.TemplateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which templates may be edited, whose mails they make, and what they are tried on. */
@Component
class TemplateDesk {

    /** The letter that asks for confirmation: the law cares for its words, and it is edited as a file. */
    private static final String LETTER = "confirm";

    private static final String HTML = ".html.ftlh";
    private static final String TEXT = ".txt.ftl";

    private final TemplateFiles files;
    private final TemplateTrial trials;
    private final LetterTrial letters;
    private final Editions editions;
    private final DigestFiles digests;

    TemplateDesk(
            TemplateFiles files,
            TemplateTrial trials,
            LetterTrial letters,
            Editions editions,
            @Value("${standfirst.home}") Path home) {
        this.files = files;
        this.trials = trials;
        this.letters = letters;
        this.editions = editions;
        this.digests = new DigestFiles(home);
    }

    /** The files of a template that may be edited; none where there is none of that name. */
    List<String> files(String name) {
        List<String> found = TemplateFiles.isName(name) ? files.all().getOrDefault(name, List.of()) : List.of();
        return mayEdit(name, found) ? found : List.of();
    }

    /** Those of its files that are one's own. */
    List<String> owns(String name) {
        return files(name).stream().filter(file -> files.own(file).isPresent()).toList();
    }

    /** The name of the field for a file: "html", "text"; "shared" where other templates use it. */
    static String field(String file) {
        return file.endsWith(HTML) ? "html" : file.endsWith(TEXT) ? "text" : "shared";
    }

    static boolean mayEdit(String name, List<String> files) {
        boolean pair = files.contains(name + HTML) && files.contains(name + TEXT);
        return !name.equals(LETTER) && (pair || isShared(name, files));
    }

    static boolean isShared(String name, List<String> files) {
        return files.equals(List.of(name + ".ftlh"));
    }

    /** The digests whose mails a template makes; all, where others use it. */
    List<Digest> usedBy(String name, List<String> of) {
        return digests.names().stream()
                .map(digests::load)
                .filter(DigestResult.Loaded.class::isInstance)
                .map(result -> ((DigestResult.Loaded) result).digest())
                .filter(digest -> isShared(name, of) || digest.template().equals(name))
                .toList();
    }

    /** Copies a template under a name that nothing has yet. */
    boolean copy(String from, String to) {
        if (files.all().containsKey(to)) {
            return false;
        }
        Map<String, String> texts = new TreeMap<>();
        files(from).forEach(file -> texts.put(to + file.substring(from.length()), files.text(file)));
        return !texts.isEmpty() && files.save(texts, files.hash(texts.keySet()));
    }

    /** Shows one mail made of texts that are not saved. */
    Seen see(String name, Map<String, String> typed, Case on) {
        return trials.see(trial(isShared(name, List.copyOf(typed.keySet())) ? "edition" : name, name, typed), on);
    }

    /** Tries everything that these texts make. */
    List<Seen> seeAll(String name, Map<String, String> typed) {
        if (!isShared(name, List.copyOf(typed.keySet()))) {
            return trials.seeAll(trial(name, name, typed));
        }
        List<Seen> all = new ArrayList<>();
        files.all().forEach((other, of) -> {
            if (mayEdit(other, of) && !isShared(other, of)) {
                all.addAll(trials.seeAll(trial(other, other, typed)));
            }
        });
        Optional<Mistake> letter = letters.of(typed);
        letter.ifPresent(mistake -> all.add(new Seen.Broken(Case.USUAL, mistake)));
        return all;
    }

    private Trial trial(String template, String name, Map<String, String> typed) {
        List<Digest> users = usedBy(name, List.copyOf(typed.keySet()));
        Optional<Digest> shown = users.stream()
                .filter(digest -> editions.latest(digest.name()).isPresent())
                .findFirst()
                .or(() -> users.stream().findFirst());
        return new Trial(template, typed, shown);
    }
}
