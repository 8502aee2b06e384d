package dev.standfirst.consent;

/**
 * Who asks, as far as the network tells, and what was shown: the evidence of a consent. What is too long is cut, line
 * breaks become spaces.
 *
 * @param network address of the client, as text; may be empty
 * @param client the program, as it names itself; may be empty
 * @param words what the page showed; may be empty
 */
public record Visitor(String network, String client, String words) {

    private static final int NETWORK_LENGTH = 60;
    private static final int CLIENT_LENGTH = 130;
    private static final int WORDS_LENGTH = 2000;

    public Visitor {
        network = tidy(network, NETWORK_LENGTH);
        client = tidy(client, CLIENT_LENGTH);
        words = tidy(words, WORDS_LENGTH);
    }

    /** Network and program on one line. */
    String origin() {
        return client.isEmpty() ? network : network + ", " + client;
    }

    private static String tidy(String text, int length) {
        String start = text.length() <= length ? text : text.substring(0, length);
        return start.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }
}
