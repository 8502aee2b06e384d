package dev.standfirst.metadata;

import dev.standfirst.metadata.PageFacts.Spot;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands for an article: the one the page names, as the page shows it where it does, since cards for
 * other sites cut it; else the first big one near the headline. Never the outlet's mark, where there is another.
 */
final class LeadImage {

    private static final List<String> NAMED = List.of("og:image", "og:image:url", "og:image:secure_url");
    private static final List<String> ALSO_NAMED =
            List.of("twitter:image", "twitter:image:src", "image", "image_src", "sailthru.image.full", "thumbnailurl");

    /** How far from the headline, in characters, a picture may stand. */
    private static final int NEAR_BEFORE = 600;

    private static final int NEAR_AFTER = 6_000;

    private LeadImage() {}

    /**
     * The address, or null.
     *
     * @param base what addresses are relative to
     * @param headline where the headline stands, or null
     */
    static @Nullable URI of(PageFacts facts, StructuredData data, String base, @Nullable Spot headline) {
        List<URI> named = named(facts, data, base);
        List<Picture> shown = shown(facts, base, headline);
        URI best = named.stream()
                .filter(image -> !Picture.isPlaceholder(image))
                .findFirst()
                .orElse(null);
        if (best != null) {
            return asShown(best, shown);
        }
        return shown.stream()
                .flatMap(picture -> Stream.ofNullable(picture.largest()))
                .findFirst()
                .orElse(named.isEmpty() ? null : named.get(0));
    }

    private static List<URI> named(PageFacts facts, StructuredData data, String base) {
        List<String> named = new ArrayList<>();
        NAMED.forEach(name -> named.addAll(facts.all(name)));
        named.add(data.image());
        ALSO_NAMED.forEach(name -> named.addAll(facts.all(name)));
        return named.stream()
                .filter(address -> !address.startsWith("data:"))
                .flatMap(address -> Stream.ofNullable(CanonicalUrl.resolve(base, address)))
                .toList();
    }

    private static List<Picture> shown(PageFacts facts, String base, @Nullable Spot headline) {
        int at = headline == null ? 0 : headline.at();
        int asides = headline == null ? 0 : headline.asides();
        return facts.pictures().stream()
                .filter(spot -> spot.at() >= at - NEAR_BEFORE && spot.at() <= at + NEAR_AFTER)
                .filter(spot -> spot.asides() <= asides && !spot.is(NameMarks.LOGO))
                .map(spot -> new Picture(spot.element(), base))
                .filter(Picture::isBig)
                .toList();
    }

    private static URI asShown(URI image, List<Picture> shown) {
        return shown.stream()
                .filter(picture -> picture.isSameAs(image))
                .flatMap(picture -> Stream.ofNullable(picture.largest()))
                .findFirst()
                .filter(found -> Picture.isOldFormat(found) || !Picture.isOldFormat(image))
                .filter(found -> !Picture.isResized(found, image))
                .orElse(image);
    }
}
