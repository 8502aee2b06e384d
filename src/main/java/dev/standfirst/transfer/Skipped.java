package dev.standfirst.transfer;

/**
 * A row that is not imported.
 *
 * @param line its line in the file, from 1
 * @param value what stands where the address should be, on one line, cut to 60 characters
 * @param reason the kind of reason
 * @param words the reason in words that fit behind the value: "left on 3 Mar 2026; import never adds back"
 */
public record Skipped(long line, String value, SkipReason reason, String words) {

    private static final int SHOWN = 60;

    public Skipped {
        String tidy = value.replaceAll("\\p{Cntrl}+", " ").strip();
        String shown = tidy.isEmpty() ? "(empty)" : tidy;
        value = shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN - 1) + "…";
    }
}
