package dev.standfirst.edition;

import dev.standfirst.text.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of composing an edition. */
public sealed interface Composed {

    /** There is something to tell. */
    record Ready(RenderedEdition edition) implements Composed {}

    /**
     * There is nothing to tell.
     *
     * @param leftOut how many stories and articles were left out, by the reason
     * @param decisions what was decided of each article that was looked at, as an edition would keep it
     */
    record Nothing(Map<Verdict, Long> leftOut, List<Decision> decisions) implements Composed {

        public Nothing {
            leftOut = Map.copyOf(leftOut);
            decisions = List.copyOf(decisions);
        }

        /** Why: "nothing new; left out: 3 not wanted, 2 told before". */
        public Fact why() {
            List<Object> reasons = new ArrayList<>();
            for (Verdict verdict : Verdict.values()) {
                long number = leftOut.getOrDefault(verdict, 0L);
                if (number > 0) {
                    reasons.add(Fact.of("fact.left." + verdict, number));
                }
            }
            return reasons.isEmpty() ? Fact.of("fact.nothing") : Fact.of("fact.nothing.left", reasons);
        }

        /** The same in English. */
        public String words() {
            return why().english();
        }
    }
}
