package dev.standfirst.fetch;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pages are fetched.
 *
 * @param timeout for the whole exchange, from the first packet to the last byte
 * @param connectTimeout for the connection alone
 * @param maxSize of a body, before and after decompression
 * @param gap least time from the end of a request to the start of the next at the same host
 * @param queue how long a request may wait for its turn at a host; does not count as part of the exchange
 * @param allowedHosts hosts, or hosts with a port, that may be on a private network or this machine
 * @param contact address where the owner of a site can ask who we are
 */
@ConfigurationProperties("standfirst.fetch")
record FetchSettings(
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("1s") Duration gap,
        @DefaultValue("15m") Duration queue,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("https://standfirst.example/fetcher") String contact) {

    FetchSettings {
        allowedHosts = List.copyOf(allowedHosts);
        if (contact.isBlank() || timeout.isNegative() || timeout.isZero() || maxSize.toBytes() <= 0) {
            throw new IllegalArgumentException("standfirst.fetch needs a contact, a timeout and a size above nothing");
        }
    }
}
