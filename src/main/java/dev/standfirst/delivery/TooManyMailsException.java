package dev.standfirst.delivery;

/** More mails of an edition were taken than it has people: something is wrong with the program, and sending halts. */
public final class TooManyMailsException extends IllegalStateException {

    TooManyMailsException(long taken, long audience, long repeats) {
        super("mail servers took %,d mails of an edition for %,d people (%,d were repeated knowingly)"
                .formatted(taken, audience, repeats));
    }
}
