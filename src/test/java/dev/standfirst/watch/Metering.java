package dev.standfirst.watch;

/** Meters for tests of packages that feed them. */
public final class Metering {

    private Metering() {}

    /** Counts pages, for itself alone. */
    public static PageMeter pages() {
        return new PageMeter(new Meters());
    }
}
