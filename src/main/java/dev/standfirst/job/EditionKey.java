package dev.standfirst.job;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What identifies a run of the job, and an edition: one digest, one local date. There is never a second edition for it.
 *
 * @param digest name of the digest
 * @param date local date in the digest's zone
 */
public record EditionKey(String digest, LocalDate date) {

    private static final String DIGEST = "digest";
    private static final String DATE = "date";

    /**
     * Reads the key back from the parameters of a job execution.
     *
     * @throws IllegalArgumentException where they are not ours
     */
    static EditionKey of(JobParameters parameters) {
        try {
            return new EditionKey(
                    Objects.requireNonNull(parameters.getString(DIGEST)),
                    LocalDate.parse(Objects.requireNonNull(parameters.getString(DATE))));
        } catch (DateTimeParseException | NullPointerException e) {
            throw new IllegalArgumentException("not the parameters of an edition: " + parameters, e);
        }
    }

    /** The identifying parameters of the job: these two and nothing else. */
    JobParameters parameters() {
        return new JobParametersBuilder()
                .addString(DIGEST, digest)
                .addString(DATE, date.toString())
                .toJobParameters();
    }

    @Override
    public String toString() {
        return digest + " of " + date;
    }
}
