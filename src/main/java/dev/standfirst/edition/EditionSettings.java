package dev.standfirst.edition;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What editions need to know of this installation.
 *
 * @param publicUrl address of its pages as readers reach them, without a slash at the end
 */
@ConfigurationProperties("standfirst")
record EditionSettings(
        @DefaultValue("https://standfirst.localhost") URI publicUrl) {

    EditionSettings {
        publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }
}
