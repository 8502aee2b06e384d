package dev.standfirst.cli;

import dev.standfirst.node.Nodes;
import dev.standfirst.relay.Relays;

/**
 * Nothing surprising is ever sent: somebody at a terminal says yes before a mail server is used.
 *
 * @param console where it is asked
 * @param relays what mails go to
 * @param nodes whether they go at all: where they do not, nothing is asked
 * @param given whether the command was typed with {@code --yes}
 */
record Permission(Console console, Relays relays, Nodes nodes, boolean given) {

    static Permission of(Console console, Application application, boolean given) {
        return new Permission(console, application.get(Relays.class), application.get(Nodes.class), given);
    }

    boolean isNeeded() {
        return !given && !relays.isBuiltIn() && console.asks() && nodes.mayMail();
    }

    /**
     * Asks for it, where it is needed.
     *
     * @param what is sent
     * @throws CommandException where it is not given
     */
    void require(String what, long people) {
        require(what, RunView.people(people));
    }

    /**
     * Asks for it, where it is needed.
     *
     * @param whom it goes to, in words
     * @throws CommandException where it is not given
     */
    void require(String what, String whom) {
        String question =
                "Send %s to %s through %s? [y/N] ".formatted(Printable.line(what), whom, relays.destination());
        if (isNeeded() && !console.ask(question).equalsIgnoreCase("y")) {
            throw new CommandException(ExitCode.STOPPED, "not sent", "Nothing was read or sent.");
        }
    }
}
