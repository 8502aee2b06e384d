package dev.standfirst.job;

/** Numbers of things in words. */
final class Counted {

    private Counted() {}

    /** "1 article", "1,204 articles". */
    static String of(long number, String thing) {
        return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }

    static String mails(long number) {
        return of(number, "mail");
    }

    /** "1 mail is", "5 mails are". */
    static String mailsAre(long number) {
        return mails(number) + (number == 1 ? " is" : " are");
    }
}
