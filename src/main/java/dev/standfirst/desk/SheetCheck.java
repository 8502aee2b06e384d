package dev.standfirst.desk;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.digest.DigestResult.Problem;
import dev.standfirst.digest.FilePlaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a digest may be changed to what somebody made of it: the file must be one that the program takes, name no
 * files that are not this program's, and be mailed to no list that is not the editor's.
 */
@Component
class SheetCheck {

    private final DigestFiles files;
    private final Path home;
    private final Path data;
    private final OwnLists own;

    SheetCheck(@Value("${standfirst.home}") Path home, @Value("${standfirst.data}") Path data, OwnLists own) {
        this.files = new DigestFiles(home);
        this.home = home;
        this.data = data;
        this.own = own;
    }

    /**
     * What came of a check.
     *
     * @param digest what the text says; empty where it has mistakes
     * @param errors mistakes by the fields of the form; those of no field under {@code all}
     * @param lines the same for who reads the text, each with its line
     */
    record Findings(Optional<Digest> digest, Map<String, String> errors, List<String> lines) {

        boolean isFine() {
            return errors.isEmpty();
        }
    }

    Findings check(Call call, Sheet sheet) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        // Nothing of such a file is looked at, not even what it is.
        String before = sheet.fresh() ? "" : files.text(sheet.name()).orElse("");
        for (String setting : FilePlaces.strange(before, sheet.text(), home, data)) {
            add(errors, lines, setting, call.say("editor.place"));
        }
        if (sheet.text().length() > Carried.LONGEST) {
            add(errors, lines, "", call.say("editor.long", Carried.LONGEST));
        }
        if (!errors.isEmpty()) {
            return new Findings(Optional.empty(), errors, lines);
        }
        DigestResult result = files.check(name(sheet), sheet.text());
        Optional<Digest> digest =
                result instanceof DigestResult.Loaded loaded ? Optional.of(loaded.digest()) : Optional.empty();
        if (result instanceof DigestResult.Broken broken) {
            for (Problem problem : broken.problems()) {
                add(errors, new ArrayList<>(), problem.setting(), problem.message());
                lines.add(call.say("editor.line", problem.line(), problem.message()));
            }
        }
        digest.ifPresent(one -> strangeLists(call, sheet, one)
                .ifPresent(list -> add(errors, lines, "audience.lists", call.say("editor.list", list))));
        names(call, sheet).ifPresent(error -> errors.put("name", error));
        return new Findings(digest, errors, lines);
    }

    /** Of a new digest that has no name yet, any. */
    private static String name(Sheet sheet) {
        return DigestFiles.isName(sheet.name()) || !sheet.fresh() ? sheet.name() : "new";
    }

    private Optional<String> names(Call call, Sheet sheet) {
        boolean taken =
                sheet.fresh() && (sheet.name().equals("new") || files.names().contains(sheet.name()));
        if (taken) {
            return Optional.of(call.say("editor.name.taken", sheet.name()));
        }
        return sheet.fresh() && !DigestFiles.isName(sheet.name())
                ? Optional.of(call.say("editor.name.wrong"))
                : Optional.empty();
    }

    /** Whoever edits a digest sees who is on its lists, so only an owner gives it another one. */
    private Optional<String> strangeLists(Call call, Sheet sheet, Digest digest) {
        List<String> known = files.load(sheet.name()) instanceof DigestResult.Loaded loaded
                ? loaded.digest().audience().lists()
                : List.of();
        return digest.audience().lists().stream()
                .filter(list -> !known.contains(list) && !own.include(call, list))
                .findFirst();
    }

    private static void add(Map<String, String> errors, List<String> lines, String setting, String message) {
        String field = DraftForm.field(setting);
        errors.merge(DraftForm.has(field) ? field : "all", message, (one, other) -> one + " " + other);
        lines.add(message);
    }
}
