package dev.standfirst.bench;

import java.util.Random;

/** English sentences that nobody wrote, the same ones for the same seed. */
public final class InventedText {

    private static final String[] THINGS = words("harbour quay ferry dredger bridge mill library orchard tram station"
            + " market bakery council archive lighthouse canal school museum theatre reservoir pasture vineyard"
            + " railway workshop garden observatory brewery forest glacier meadow tunnel viaduct hospital cinema");
    private static final String[] KINDS = words("old eastern long narrow public wooden quiet northern restored busy"
            + " municipal crowded famous small granite hidden yellow windy shared winter");
    private static final String[] DOINGS = words("closes opens repairs borrows paints measures visits replaces rents"
            + " surveys moves celebrates inspects lights sells heats joins extends drains plants");
    private static final String[] TIMES = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday spring"
            + " autumn January April July October");

    private final Random random;

    /** The same text for the same seed. */
    public InventedText(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** A headline of some words. */
    public String headline() {
        return "The %s %s %s the %s of %s %d"
                .formatted(
                        one(KINDS), one(THINGS), one(DOINGS), one(THINGS), one(TIMES), 1 + random.nextInt(1_000));
    }

    /** So many sentences. */
    public String sentences(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("The ").append(one(KINDS)).append(' ').append(one(THINGS)).append(' ');
            text.append(one(DOINGS)).append(" the ").append(one(KINDS)).append(' ').append(one(THINGS));
            text.append(" on ").append(one(TIMES)).append(", said the office of the ").append(one(THINGS));
            text.append(", while the ").append(one(THINGS)).append(' ').append(one(DOINGS)).append(" its ");
            text.append(one(KINDS)).append(' ').append(one(THINGS)).append(" for ").append(2 + random.nextInt(900));
            text.append(" crowns. ");
        }
        return text.toString().strip();
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String[] words(String all) {
        return all.split(" ");
    }
}
