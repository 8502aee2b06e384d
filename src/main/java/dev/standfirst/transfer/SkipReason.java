package dev.standfirst.transfer;

/** Why a row of a file is not imported. */
public enum SkipReason {
    NO_ADDRESS("have no address"),
    NOT_AN_ADDRESS("have something that is not an address"),
    TWICE("have the address of an earlier line"),
    LEFT("left before"),
    SUPPRESSED("are never mailed"),
    MARKED_LEFT("are marked as having left in the file"),
    MARKED_BOUNCED("are marked as unreachable in the file"),
    MARKED_BLOCKED("are marked as blocked in the file"),
    MARKED_UNCONFIRMED("are marked as unconfirmed in the file"),
    UNKNOWN_STATUS("have a status that is not known"),
    NOT_READABLE("cannot be read as the first line says");

    private final String words;

    SkipReason(String words) {
        this.words = words;
    }

    /** Words that fit behind a number of people: "3 left before". */
    public String words() {
        return words;
    }
}
