package dev.standfirst.cli;

import dev.standfirst.mail.MailServer;

/**
 * Nothing surprising is ever sent: somebody at a terminal says yes before a mail server is used.
 *
 * @param console where it is asked
 * @param server what mails go to
 * @param given whether the command was typed with {@code --yes}
 */
record Permission(Console console, MailServer server, boolean given) {

    boolean isNeeded() {
        return !given && !server.isBuiltIn() && console.asks();
    }

    /**
     * Asks for it, where it is needed.
     *
     * @param what is sent
     * @throws CommandException where it is not given
     */
    void require(String what, long people) {
        String question = "Send %s to %s through %s? [y/N] "
                .formatted(Printable.line(what), RunView.people(people), server.destination());
        if (isNeeded() && !console.ask(question).equalsIgnoreCase("y")) {
            throw new CommandException(ExitCode.STOPPED, "not sent", "Nothing was read or sent.");
        }
    }
}
