package dev.standfirst.delivery;

import dev.standfirst.bounce.ReturnPaths;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.subscriber.LinkToken;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Edition → messages. */
@Component
public class MessageFactory {

    private final InstallationKey key;
    private final LinkToken links;
    private final ReturnPaths returnPaths;
    private final URI publicUrl;

    MessageFactory(
            InstallationKey key,
            LinkToken links,
            ReturnPaths returnPaths,
            @Value("${standfirst.public-url}") URI publicUrl) {
        this.key = key;
        this.links = links;
        this.returnPaths = returnPaths;
        this.publicUrl = publicUrl;
    }

    /** Whether the links of a mail lead to this machine alone: nobody has said yet where readers reach our pages. */
    public boolean linksLeadNowhere() {
        return String.valueOf(publicUrl.getHost()).endsWith(".localhost");
    }

    /** Makes the messages of a frozen edition, from what its digest says of the sender. */
    public EditionMessages of(StoredEdition edition, Digest digest) {
        return new EditionMessages(edition, digest, publicUrl, key, links, returnPaths);
    }
}
