package dev.standfirst.summary;

/** Natural logarithms of numbers, small ones looked up. */
final class Logarithms {

    private static final double[] SMALL = new double[1024];

    static {
        for (int number = 1; number < SMALL.length; number++) {
            SMALL[number] = Math.log(number);
        }
    }

    private Logarithms() {}

    /** The logarithm of a number from 1. */
    static double of(int number) {
        return number < SMALL.length ? SMALL[number] : Math.log(number);
    }
}
