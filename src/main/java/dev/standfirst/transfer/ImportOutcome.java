package dev.standfirst.transfer;

/** What came of checking or importing a file. */
public sealed interface ImportOutcome {

    /** It was read to its end. */
    record Done(ImportReport report) implements ImportOutcome {}

    /**
     * It is no table of people, or cannot be imported now; nothing was changed.
     *
     * @param what what is wrong, with name and line, without a full stop
     * @param remedy what to do, as a sentence
     */
    record Refused(String what, String remedy) implements ImportOutcome {}
}
