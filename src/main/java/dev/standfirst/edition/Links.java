package dev.standfirst.edition;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.text.Sentence;
import java.net.URI;
import java.time.LocalDate;

/**
 * Addresses that a mail leads to.
 *
 * @param publicUrl where this installation's own pages are
 * @param copies of articles without a public address
 */
record Links(URI publicUrl, Copies copies) {

    /** An article at its outlet; one without a public address at our saved copy. */
    URI to(Coverage coverage) {
        String scheme = String.valueOf(coverage.article().address().getScheme());
        return scheme.equals("http") || scheme.equals("https")
                ? coverage.article().address()
                : URI.create(publicUrl + copies.path(coverage.articleId()));
    }

    /** The place of a sentence in its article. */
    URI to(Coverage coverage, Sentence sentence) {
        String address = to(coverage).toString();
        int fragment = address.indexOf('#');
        String page = fragment < 0 ? address : address.substring(0, fragment);
        return URI.create(page + coverage.article().fragment(sentence));
    }

    /** An edition in the browser. */
    URI toEdition(String digest, LocalDate date) {
        return URI.create("%s/e/%s/%s".formatted(publicUrl, digest, date));
    }
}
