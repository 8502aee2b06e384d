package dev.standfirst.delivery;

import dev.standfirst.bounce.ReturnPaths;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Variants;
import dev.standfirst.mail.DkimSigner;
import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.subscriber.LinkToken;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Edition → messages. */
@Component
public class MessageFactory {

    private final Editions editions;
    private final Variants variants;
    private final EditionMessages.Links links;
    private final DkimSigner signer;

    MessageFactory(
            Editions editions,
            Variants variants,
            InstallationKey key,
            LinkToken tokens,
            ReturnPaths returnPaths,
            DkimSigner signer,
            @Value("${standfirst.public-url}") URI publicUrl) {
        this.editions = editions;
        this.variants = variants;
        this.signer = signer;
        this.links = new EditionMessages.Links(publicUrl, key, tokens, returnPaths);
    }

    /** Whether the links of a mail lead to this machine alone: nobody has said yet where readers reach our pages. */
    public boolean linksLeadNowhere() {
        return String.valueOf(links.publicUrl().getHost()).endsWith(".localhost");
    }

    /** Makes the messages of a frozen edition, from what its digest said of the sender when it was composed. */
    public EditionMessages of(StoredEdition edition) {
        Imprint imprint = editions.imprint(edition.id()).orElseThrow();
        return new EditionMessages(edition, imprint, variants, links, signer);
    }
}
