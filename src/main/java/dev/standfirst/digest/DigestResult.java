package dev.standfirst.digest;

import java.util.List;
import java.util.Optional;

/** What came of loading a digest file. */
public sealed interface DigestResult {

    /** It is usable. */
    record Loaded(Digest digest) implements DigestResult {}

    /** It has mistakes; all of them are listed, in the order of the file. */
    record Broken(String name, List<Problem> problems) implements DigestResult {

        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /** There is no such file. */
    record Missing(String name, Optional<String> didYouMean) implements DigestResult {}

    /**
     * A mistake in a digest file.
     *
     * @param file as people type it: "jobs/morning.yaml"
     * @param line from 1
     * @param message the value, the reason and the fix
     * @param setting where it is: "sources[2].feed"; empty where it is about none alone
     */
    record Problem(String file, int line, String message, String setting) {

        /** One that is about no setting alone. */
        public Problem(String file, int line, String message) {
            this(file, line, message, "");
        }

        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }
}
