package dev.standfirst.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often sources on the web are asked.
 *
 * @param interval least time between two readings of one source
 * @param unconditionalInterval the same for a source whose server says neither how to tell a later copy nor how long
 *     this one stays fresh, so that every reading costs it the whole feed. Two hours less than a day: a daily edition
 *     that comes a little earlier than yesterday's, or after the clocks went forward, still reads it
 */
@ConfigurationProperties("standfirst.source")
record SourceSettings(
        @DefaultValue("1h") Duration interval,
        @DefaultValue("22h") Duration unconditionalInterval) {

    SourceSettings {
        if (interval.isNegative() || unconditionalInterval.isNegative()) {
            throw new IllegalArgumentException("standfirst.source: an interval is never below nothing");
        }
    }
}
