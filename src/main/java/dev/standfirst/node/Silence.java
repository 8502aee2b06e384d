package dev.standfirst.node;

import dev.standfirst.text.Fact;
import java.util.List;

/** Why nothing is mailed from here until somebody says so. */
public enum Silence {
    /** Others mail from this database, and this installation has not been confirmed. */
    NEW,
    /** The data folder is that of an installation on another machine, or in another folder. */
    MOVED,
    /** The database knows less than was mailed from here. */
    RESTORED;

    /** What happened, in words that go on a sentence. */
    public Fact event() {
        return Fact.of("fact.silence." + this);
    }

    /** What is safe. */
    public Fact safety() {
        return Fact.of("fact.silence.safe");
    }

    /** What to do. */
    public Fact advice() {
        return Fact.of("fact.silence.remedy");
    }

    /** What happened, in English. */
    public String happened() {
        return event().english();
    }

    /** What is safe, in English. */
    public String safe() {
        return safety().english();
    }

    /** What to do, in English. */
    public String remedy() {
        return advice().english();
    }

    /** All three, each a sentence. */
    public List<String> sentences() {
        String happened = happened();
        return List.of(Character.toUpperCase(happened.charAt(0)) + happened.substring(1) + ".", safe(), remedy());
    }
}
