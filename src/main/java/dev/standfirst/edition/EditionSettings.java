package dev.standfirst.edition;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What editions need to know of this installation.
 *
 * @param publicUrl address of its pages as readers reach them, without a slash at the end
 * @param templates folder with templates of one's own; a template that is not there is taken from the program
 */
@ConfigurationProperties("standfirst")
record EditionSettings(
        @DefaultValue("https://standfirst.localhost") URI publicUrl,
        @DefaultValue("templates") String templates) {

    EditionSettings {
        publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }
}
