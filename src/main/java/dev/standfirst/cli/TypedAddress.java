package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;

/** A mail address as it is typed. */
final class TypedAddress {

    private TypedAddress() {}

    /**
     * Reads it.
     *
     * @param safe what is told beside the reason where it is none, such as "Nothing was sent."
     * @throws CommandException where it is none
     */
    static EmailAddress read(String text, String safe) {
        EmailAddress.Parsed parsed = EmailAddress.parse(text);
        if (parsed instanceof EmailAddress.Parsed.Valid valid) {
            return valid.address();
        }
        throw new CommandException(
                ExitCode.WRONG_USE,
                "\"%s\" is not an address: %s".formatted(text, ((EmailAddress.Parsed.Invalid) parsed).reason()),
                safe);
    }
}
