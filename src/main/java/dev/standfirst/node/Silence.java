package dev.standfirst.node;

import java.util.List;

/** Why nothing is mailed from here until somebody says so. */
public enum Silence {
    /** Others mail from this database, and this installation has not been confirmed. */
    NEW("this installation is new to its database, which another one mails from"),
    /** The data folder is that of an installation on another machine, or in another folder. */
    MOVED("the data folder came from another machine or another place, as a copy does"),
    /** The database knows less than was mailed from here. */
    RESTORED("the database is older than what was mailed from here, as one restored from a backup is");

    private final String happened;

    Silence(String happened) {
        this.happened = happened;
    }

    /** What happened, in words that go on a sentence. */
    public String happened() {
        return happened;
    }

    /** What is safe. */
    public String safe() {
        return "Nothing is mailed from here, so that nobody gets twice what went out before.";
    }

    /** What to do. */
    public String remedy() {
        return "If mails should come from here, say so: standfirst nodes confirm";
    }

    /** All three, each a sentence. */
    public List<String> sentences() {
        return List.of(Character.toUpperCase(happened.charAt(0)) + happened.substring(1) + ".", safe(), remedy());
    }
}
