package dev.standfirst.edition;

import dev.standfirst.text.OneLine;

/**
 * Subject and preheader as somebody wrote them.
 *
 * @param subject empty where it is made of the headlines
 * @param preheader the same
 */
public record Heading(String subject, String preheader) {

    /** Longest subject and preheader, in characters: no mailbox shows more. */
    public static final int LONGEST = 200;

    /** Both are made of the headlines. */
    static final Heading MADE = new Heading("", "");

    public Heading {
        subject = OneLine.of(subject).strip();
        preheader = OneLine.of(preheader).strip();
        if (subject.length() > LONGEST || preheader.length() > LONGEST) {
            throw new IllegalArgumentException("at most %d characters".formatted(LONGEST));
        }
    }

    /** An edition under this heading. */
    Edition over(Edition made) {
        return new Edition(
                made.digest(),
                made.date(),
                made.title(),
                subject.isEmpty() ? made.subject() : subject,
                preheader.isEmpty() ? made.preheader() : preheader,
                made.sections(),
                made.more(),
                made.articles(),
                made.words());
    }
}
