package dev.standfirst.consent;

import dev.standfirst.text.OneLine;

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
        network = OneLine.of(network, NETWORK_LENGTH);
        client = OneLine.of(client, CLIENT_LENGTH);
        words = OneLine.of(words, WORDS_LENGTH);
    }

    /** Network and program on one line. */
    public String origin() {
        return network.isEmpty() || client.isEmpty() ? network + client : network + ", " + client;
    }
}
