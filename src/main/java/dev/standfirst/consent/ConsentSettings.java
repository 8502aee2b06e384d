package dev.standfirst.consent;

import dev.standfirst.mail.EmailAddress;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What asking and confirming need to know of this installation.
 *
 * @param publicUrl address of its pages as readers reach them, without a slash at the end
 * @param sender who mails are from where no digest goes to the list
 * @param consent how much asking is too much
 */
@ConfigurationProperties("standfirst")
record ConsentSettings(
        @DefaultValue("https://standfirst.localhost") URI publicUrl,
        @DefaultValue Sender sender,
        @DefaultValue Limits consent) {

    ConsentSettings {
        publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }

    /**
     * Who mails are from.
     *
     * @param address may be empty
     * @param name what the recipient sees
     * @param postal postal address for the end of the mail, may be empty
     */
    record Sender(
            @DefaultValue("") String address,
            @DefaultValue("") String name,
            @DefaultValue("") String postal) {

        Sender {
            if (!address.isBlank() && EmailAddress.parse(address) instanceof EmailAddress.Parsed.Invalid invalid) {
                throw new IllegalArgumentException(
                        "standfirst.sender.address is \"%s\": %s".formatted(address, invalid.reason()));
            }
        }
    }

    /**
     * How often one may ask.
     *
     * @param client times an hour from one client: an IPv4 address, or the /64 of an IPv6 address
     * @param network times an hour from one network: the /24 of an IPv4 address, the /48 of an IPv6 address
     */
    record Limits(
            @DefaultValue("20") int client,
            @DefaultValue("100") int network) {

        Limits {
            if (client < 1 || network < 1) {
                throw new IllegalArgumentException(
                        "standfirst.consent.client is %d and standfirst.consent.network is %d; both are 1 at least"
                                .formatted(client, network));
            }
        }
    }
}
