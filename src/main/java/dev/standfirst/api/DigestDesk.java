package dev.standfirst.api;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The digest files of this installation. */
@Component
class DigestDesk {

    private final DigestFiles files;

    DigestDesk(@Value("${standfirst.home}") Path home) {
        this.files = new DigestFiles(home);
    }

    List<String> names() {
        return files.names();
    }

    DigestResult load(String name) {
        return files.load(name);
    }

    /**
     * A digest that can be run.
     *
     * @throws Refusal where there is none of that name, or its file has mistakes
     */
    Digest require(String field, String name) {
        DigestResult result = files.load(name);
        if (result instanceof DigestResult.Loaded loaded) {
            return loaded.digest();
        }
        if (result instanceof DigestResult.Broken broken) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    field,
                    "The file of this digest has a mistake: %s. Nothing was changed."
                            .formatted(broken.problems().get(0)));
        }
        throw Refusal.of(ProblemKind.NOT_FOUND, field, "There is no digest called %s.".formatted(Refusal.quote(name)));
    }
}
