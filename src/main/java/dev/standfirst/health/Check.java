package dev.standfirst.health;

import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import java.util.List;

/** Looks whether one thing is as it should be. */
interface Check {

    /** The kind of trouble that it finds; nobody else finds it. */
    TroubleKind kind();

    /** All troubles of this kind at this moment; empty where all is well. */
    List<Trouble> look();

    /** Whether a trouble of this kind that somebody kept is over where this one does not find it. */
    default boolean isOfThisOne(Trouble trouble) {
        return true;
    }
}
