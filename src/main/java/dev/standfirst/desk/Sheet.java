package dev.standfirst.desk;

import dev.standfirst.digest.DigestText;
import dev.standfirst.digest.Draft;
import java.util.Optional;

/**
 * A digest that somebody is changing.
 *
 * @param name of the digest; of a new one as it was typed, may be empty
 * @param fresh whether there is no such digest yet
 * @param base what its file said when somebody began; empty for a new one
 * @param text what it is to say
 */
record Sheet(String name, boolean fresh, String base, String text) {

    Sheet with(String other) {
        return new Sheet(name, fresh, base, other);
    }

    Sheet from(String now) {
        return new Sheet(name, fresh, now, text);
    }

    /** Why there is no form for its text; empty where there is one. */
    Optional<String> obstacle() {
        DigestText.ByHand obstacle = DigestText.obstacle(text).orElse(null);
        if (obstacle != null) {
            return Optional.of("editor.hand." + obstacle);
        }
        Draft draft = draft();
        boolean many =
                draft.sources().size() > DraftForm.SOURCES || draft.topics().size() > DraftForm.TOPICS;
        return many ? Optional.of("editor.hand.MANY") : Optional.empty();
    }

    Draft draft() {
        return Draft.of(DigestText.of(text));
    }

    /** Where its pages send what is filled in. */
    String path() {
        return fresh ? "/digests/new" : DigestPage.path(name) + "/edit";
    }
}
