package dev.standfirst.cli;

/**
 * The sixteen colours of every terminal, and nothing else.
 *
 * @param colour whether to use them
 */
record Style(boolean colour) {

    String strong(String text) {
        return sgr("1", text);
    }

    String quiet(String text) {
        return sgr("2", text);
    }

    String ok(String text) {
        return sgr("32", text);
    }

    String warn(String text) {
        return sgr("33", text);
    }

    String bad(String text) {
        return sgr("31", text);
    }

    String info(String text) {
        return sgr("36", text);
    }

    private String sgr(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
