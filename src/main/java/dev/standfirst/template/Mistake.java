package dev.standfirst.template;

/**
 * What is wrong with a template, and where.
 *
 * @param kind what sort of mistake it is
 * @param template the file that it is in: "edition.html.ftlh"
 * @param line from 1; 0 where no place can be told
 * @param column from 1; 0 where no place can be told
 * @param detail what Freemarker says of it, or what the kind is about: the name that is missing; on one line
 */
public record Mistake(Kind kind, String template, int line, int column, String detail) {

    /** The sorts of mistakes. */
    public enum Kind {
        /** It is not Freemarker. */
        SYNTAX,
        /** It wants a value that there is none of. */
        MISSING,
        /** It uses what no template may. */
        FORBIDDEN,
        /** It wants a template that there is none of. */
        NO_TEMPLATE,
        /** It takes too much time. */
        TOO_LONG,
        /** It writes too much. */
        TOO_MUCH,
        /** It takes too much memory. */
        TOO_LARGE,
        /** It calls itself for ever. */
        ITSELF,
        /** Anything else. */
        OTHER
    }

    static Mistake nowhere(Kind kind, String template, String detail) {
        return new Mistake(kind, template, 0, 0, detail);
    }
}
