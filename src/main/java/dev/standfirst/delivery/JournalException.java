package dev.standfirst.delivery;

import java.io.IOException;
import java.nio.file.Path;

/** A journal cannot be written. Without one nothing is sent. */
public final class JournalException extends IllegalStateException {

    JournalException(Path file, IOException cause) {
        super("the journal of deliveries cannot be written, %s: %s".formatted(file, cause.getMessage()), cause);
    }
}
