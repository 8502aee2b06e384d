package dev.standfirst.article;

import dev.standfirst.article.PageFacts.Spot;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands for an article: the one the page names, unless it is its outlet's mark; else the first big
 * one.
 */
final class LeadImage {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?:^|[^a-z])(?:logo|placeholder|default|favicon|icon|blank|spacer|pixel|avatar|fallback|noimage|no-image)"
                    + "(?:[^a-z]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final int SMALLEST = 150;
    private static final int NEAR_BEFORE = 600;
    private static final int NEAR_AFTER = 6_000;

    private LeadImage() {}

    /**
     * The address, or null.
     *
     * @param headline where the headline stands, or null
     */
    static @Nullable URI of(PageFacts facts, StructuredData data, String base, @Nullable Spot headline) {
        List<String> named = new ArrayList<>();
        for (String name : List.of("og:image", "og:image:url", "og:image:secure_url")) {
            named.addAll(facts.all(name));
        }
        named.add(data.image());
        for (String name : List.of(
                "twitter:image", "twitter:image:src", "image", "image_src", "sailthru.image.full", "thumbnailurl")) {
            named.addAll(facts.all(name));
        }
        URI best = first(named, base, false);
        if (best == null) {
            best = onPage(facts, base, headline);
        }
        return best == null ? first(named, base, true) : best;
    }

    private static @Nullable URI first(List<String> addresses, String base, boolean any) {
        for (String address : addresses) {
            URI image = address.startsWith("data:") ? null : CanonicalUrl.resolve(base, address);
            if (image != null && (any || !isPlaceholder(image))) {
                return image;
            }
        }
        return null;
    }

    private static boolean isPlaceholder(URI image) {
        String path = String.valueOf(image.getRawPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".svg")
                || (name.length() < 200 && PLACEHOLDER.matcher(name).find());
    }

    private static @Nullable URI onPage(PageFacts facts, String base, @Nullable Spot headline) {
        int at = headline == null ? 0 : headline.at();
        int asides = headline == null ? 0 : headline.asides();
        return facts.pictures().stream()
                .filter(spot -> spot.at() >= at - NEAR_BEFORE && spot.at() <= at + NEAR_AFTER)
                .filter(spot -> spot.asides() <= asides && !spot.is(NameMarks.LOGO) && isBig(spot.element()))
                .flatMap(spot -> Stream.ofNullable(first(sources(spot.element()), base, false)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBig(Element picture) {
        return side(picture, "width") >= SMALLEST && side(picture, "height") >= SMALLEST * 2 / 3;
    }

    /** In pixels; as good as any where it is not told. */
    private static int side(Element picture, String name) {
        String digits = picture.attr(name).strip();
        return digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(Character::isDigit)
                ? SMALLEST
                : Integer.parseInt(digits);
    }

    private static List<String> sources(Element picture) {
        List<String> sources = new ArrayList<>();
        for (String name : List.of("srcset", "data-srcset", "data-lazy-srcset")) {
            sources.add(largest(picture.attr(name)));
        }
        for (String name : List.of("data-src", "data-lazy-src", "data-original", "src")) {
            sources.add(picture.attr(name));
        }
        sources.removeIf(String::isBlank);
        return sources;
    }

    /** The candidate of the greatest width or density. */
    private static String largest(String srcset) {
        String best = "";
        double most = 0;
        for (String candidate : srcset.length() > 20_000 ? new String[0] : srcset.split(",\\s+")) {
            String[] parts = candidate.strip().split("\\s+");
            double size = parts.length < 2 ? 1 : size(parts[1].toLowerCase(Locale.ROOT));
            if (size > most) {
                most = size;
                best = parts[0];
            }
        }
        return best;
    }

    private static double size(String descriptor) {
        String digits = descriptor.replaceAll("[^\\d.]", "");
        try {
            return digits.isEmpty() || digits.length() > 8 ? 0.5 : Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return 0.5;
        }
    }
}
