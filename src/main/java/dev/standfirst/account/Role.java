package dev.standfirst.account;

/** What somebody may do with the operator's pages; each may do what those before it may. */
public enum Role {
    /** Sees digests, editions, runs and sources, and changes nothing. */
    READER,
    /** Changes the digests that are the editor's, decides about their editions, and keeps the people on their lists. */
    EDITOR,
    /** Does everything, also with accounts, tokens and settings. */
    OWNER;

    /** Whether it may do what another one may. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }
}
