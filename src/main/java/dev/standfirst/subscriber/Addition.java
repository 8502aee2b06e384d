package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Suppressions.Suppression;
import java.time.Instant;

/** What came of putting somebody on a list. */
public sealed interface Addition {

    /** The person is on the list now. */
    record Added() implements Addition {}

    /** The person was on the list before; the name was changed, if {@code renamed}. */
    record AlreadyThere(boolean renamed) implements Addition {}

    /** The person left this list and is not brought back. */
    record Left(Instant when) implements Addition {}

    /** Nobody mails there. */
    record Suppressed(Suppression by) implements Addition {}
}
