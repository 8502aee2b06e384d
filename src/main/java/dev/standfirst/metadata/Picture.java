package dev.standfirst.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An image of a page and the addresses it can be had from.
 *
 * @param element the img element
 * @param base what its addresses are relative to
 */
record Picture(Element element, String base) {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?:^|[^a-z])(?:logo|placeholder|default|favicon|icon|blank|spacer|pixel|avatar|fallback|noimage|no-image)(?:[^a-z]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CANDIDATES = Pattern.compile(",\\s+|,$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_FIGURE = Pattern.compile("[^\\d.]");
    private static final Pattern PARTS = Pattern.compile("[/_.~=@-]+");
    private static final Pattern SIZE = Pattern.compile("-\\d{2,4}x\\d{2,4}(?=\\.)");
    private static final int LONGEST_LIST = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int SMALLEST = 150;

    /** From so many equal letters on, two files are named after the same thing. */
    private static final int SAME_START = 12;

    private static final int LEAST_ID = 7;
    private static final int LEAST_TITLE = 20;

    /** Whether nothing says that it is as small as an icon. */
    boolean isBig() {
        return side("width") >= SMALLEST && side("height") >= SMALLEST * 2 / 3;
    }

    /** In pixels; as good as any where it is not told. */
    private int side(String name) {
        String digits = element.attr(name).strip();
        return digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? SMALLEST
                : Integer.parseInt(digits);
    }

    /** Its largest form that has an address of its own, or null. */
    @Nullable
    URI largest() {
        return addresses().findFirst().orElse(null);
    }

    /** Whether it is another cut or size of an image: the files share a name or a number. */
    boolean isSameAs(URI image) {
        return addresses().anyMatch(address -> isSame(address, image));
    }

    private Stream<URI> addresses() {
        Element around = element.parent();
        Stream<Element> sources = around != null && around.normalName().equals("picture")
                ? around.children().stream()
                : Stream.of(element);
        return sources.flatMap(source -> sources(source).stream())
                .map(source -> CanonicalUrl.resolve(base, source))
                .flatMap(Stream::ofNullable)
                .filter(address -> !isPlaceholder(address));
    }

    private static List<String> sources(Element picture) {
        List<String> sources = new ArrayList<>();
        for (String name : List.of("srcset", "data-srcset", "data-lazy-srcset")) {
            sources.add(largest(picture.attr(name)));
        }
        for (String name : List.of("data-src", "data-lazy-src", "data-original", "src")) {
            sources.add(picture.attr(name));
        }
        sources.removeIf(source -> source.isBlank() || source.startsWith("data:"));
        return sources;
    }

    /** The candidate of the greatest width or density. */
    private static String largest(String srcset) {
        String best = "";
        double most = 0;
        for (String candidate : srcset.length() > LONGEST_LIST ? new String[0] : CANDIDATES.split(srcset)) {
            String[] parts = SPACE.split(candidate.strip());
            double size = parts.length < 2 ? 1 : size(parts[1]);
            if (size > most) {
                most = size;
                best = parts[0];
            }
        }
        return best;
    }

    private static double size(String descriptor) {
        String digits = NO_FIGURE.matcher(descriptor).replaceAll("");
        try {
            return digits.isEmpty() || digits.length() > 8 ? 0.5 : Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return 0.5;
        }
    }

    /** Whether an address is that of an outlet's mark, or of what stands where a picture is missing. */
    static boolean isPlaceholder(URI image) {
        String name = name(image);
        return name.endsWith(".svg")
                || (name.length() < LONGEST_NAME && PLACEHOLDER.matcher(name).find());
    }

    private static String name(URI image) {
        String path = String.valueOf(image.getRawPath());
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isSame(URI a, URI b) {
        String one = name(a);
        String other = name(b);
        int equal = 0;
        while (equal < Math.min(one.length(), other.length()) && one.charAt(equal) == other.charAt(equal)) {
            equal++;
        }
        return equal >= SAME_START || ids(a).stream().anyMatch(ids(b)::contains);
    }

    /** The numbers in a file's name, and the folders that are named after an article. */
    private static Set<String> ids(URI image) {
        Stream<String> numbers = PARTS.splitAsStream(name(image))
                .filter(part -> part.length() >= LEAST_ID && part.chars().anyMatch(Character::isDigit));
        Stream<String> folders = Stream.of(String.valueOf(image.getRawPath()).split("/"))
                .filter(part -> part.length() > LEAST_TITLE && part.contains("-"));
        return Stream.concat(numbers, folders).collect(Collectors.toSet());
    }

    /** Whether two addresses are of one file in two sizes: "a-300x200.jpg", "a.jpg". */
    static boolean isResized(URI a, URI b) {
        return SIZE.matcher(name(a)).replaceAll("").equals(SIZE.matcher(name(b)).replaceAll(""));
    }

    /** Whether every program that shows mail can show it. */
    static boolean isOldFormat(URI image) {
        String name = name(image);
        return !name.endsWith(".webp") && !name.endsWith(".avif");
    }
}
