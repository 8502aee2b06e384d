package dev.standfirst.job;

/** Numbers of mails in words. */
final class People {

    private People() {}

    static String mails(long number) {
        return number == 1 ? "1 mail" : "%,d mails".formatted(number);
    }

    static String mailsAre(long number) {
        return mails(number) + (number == 1 ? " is" : " are");
    }
}
