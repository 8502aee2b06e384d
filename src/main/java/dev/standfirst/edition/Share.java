package dev.standfirst.edition;

/** What a person gets of an edition. */
public sealed interface Share {

    /** The edition itself. */
    record Whole() implements Share {}

    /**
     * An edition as some people chose it.
     *
     * @param variant its number
     */
    record Part(long variant) implements Share {}

    /** Nothing is left of it. */
    record Nothing() implements Share {}
}
