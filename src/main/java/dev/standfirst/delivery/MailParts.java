package dev.standfirst.delivery;

import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.StoredVariant;
import dev.standfirst.edition.Variants;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the mails of one edition are made of: the edition, who publishes it, and its variants, of which the latest used
 * are held in memory.
 */
final class MailParts {

    private static final int VARIANTS_HELD = 64;

    private final StoredEdition edition;
    private final Imprint imprint;
    private final Variants variants;
    private final StoredVariant itself;
    private final Map<Long, StoredVariant> held = new LinkedHashMap<>(VARIANTS_HELD, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, StoredVariant> eldest) {
            return size() > VARIANTS_HELD;
        }
    };

    MailParts(StoredEdition edition, Imprint imprint, Variants variants) {
        this.edition = edition;
        this.imprint = imprint;
        this.variants = variants;
        this.itself = new StoredVariant(
                0, imprint.language(), edition.subject(), imprint.comes(), edition.html(), edition.text());
    }

    StoredEdition edition() {
        return edition;
    }

    Imprint imprint() {
        return imprint;
    }

    /** What the person of a row gets. */
    StoredVariant of(Claim row) {
        return row.variant().isEmpty()
                ? itself
                : held.computeIfAbsent(
                        row.variant().getAsLong(), id -> variants.find(id).orElseThrow());
    }
}
