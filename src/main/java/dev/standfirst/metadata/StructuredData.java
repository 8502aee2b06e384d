package dev.standfirst.metadata;

import dev.standfirst.metadata.PageMetadata.Access;
import java.util.List;

/**
 * What a page's structured data (schema.org, as JSON-LD) say of its article. Texts may be empty.
 *
 * @param headline of it
 * @param authors as named, people before organisations
 * @param published as written
 * @param modified as written
 * @param publisher name of the outlet
 * @param description of it
 * @param image address of its picture
 * @param language tag of its language
 * @param body the whole text as the page gives it to machines: plain, a block a line; often cut short
 * @param categories what it is filed under, its section first
 * @param access whether it may be read without paying
 */
record StructuredData(
        String headline,
        List<String> authors,
        String published,
        String modified,
        String publisher,
        String description,
        String image,
        String language,
        String body,
        List<String> categories,
        Access access) {

    static final StructuredData NONE =
            new StructuredData("", List.of(), "", "", "", "", "", "", "", List.of(), Access.UNKNOWN);

    /** The same, with what the other says where this one says nothing. */
    StructuredData or(StructuredData other) {
        return new StructuredData(
                first(headline, other.headline),
                authors.isEmpty() ? other.authors : authors,
                first(published, other.published),
                first(modified, other.modified),
                first(publisher, other.publisher),
                first(description, other.description),
                first(image, other.image),
                first(language, other.language),
                first(body, other.body),
                categories.isEmpty() ? other.categories : categories,
                access == Access.UNKNOWN ? other.access : access);
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }
}
