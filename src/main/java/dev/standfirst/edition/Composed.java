package dev.standfirst.edition;

import java.util.Map;

/** What came of composing an edition. */
public sealed interface Composed {

    /** There is something to tell. */
    record Ready(RenderedEdition edition) implements Composed {}

    /**
     * There is nothing to tell.
     *
     * @param leftOut how many stories and articles were left out, by the reason
     */
    record Nothing(Map<Verdict, Long> leftOut) implements Composed {

        public Nothing {
            leftOut = Map.copyOf(leftOut);
        }
    }
}
