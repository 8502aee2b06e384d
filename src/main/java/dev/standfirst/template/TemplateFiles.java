package dev.standfirst.template;

import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The templates of mails as files: the program's, which never change, and those of one's own, which win. Only plain
 * names are ever written, and only into the folder of one's own.
 */
@Component
public class TemplateFiles {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern FILE =
            Pattern.compile("(" + NAME.pattern() + ")(\\.html\\.ftlh|\\.txt\\.ftl|\\.ftlh)");
    private static final String PROGRAM = "templates/";

    private final Path folder;
    private final TemplateRenderer renderer;

    /** @param own folder with templates of one's own */
    TemplateFiles(@Value("${standfirst.templates}") Path own, TemplateRenderer renderer) {
        this.folder = own;
        this.renderer = renderer;
    }

    /** Whether a text can be the name of a template: small letters, digits and dashes, at most 60. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The folder of one's own, for people. */
    public String folder() {
        return folder.normalize().toString();
    }

    /** All files by the name of their template: "edition" has "edition.html.ftlh" and "edition.txt.ftl". */
    public Map<String, List<String>> all() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String file : new TreeSet<>(
                Stream.concat(programs().stream(), owns().stream()).toList())) {
            Matcher parts = FILE.matcher(file);
            if (parts.matches()) {
                all.computeIfAbsent(parts.group(1), name -> new ArrayList<>()).add(file);
            }
        }
        return all;
    }

    /** The program's text of a file. */
    public Optional<String> program(String file) {
        try (InputStream in = TemplateFiles.class.getClassLoader().getResourceAsStream(PROGRAM + plain(file))) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the template %s cannot be read".formatted(file), e);
        }
    }

    /** The text of one's own of a file. */
    public Optional<String> own(String file) {
        Path path = folder.resolve(plain(file));
        try {
            return isOwn(path)
                    ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the template %s cannot be read".formatted(path), e);
        }
    }

    /** The text that is used; empty where there is none. */
    public String text(String file) {
        return own(file).or(() -> program(file)).orElse("");
    }

    /** What tells whether any of these files has changed. */
    public String hash(Collection<String> files) {
        StringBuilder all = new StringBuilder();
        files.stream()
                .sorted()
                .forEach(file -> all.append(file).append(own(file).isPresent()).append(Sha256.hex(text(file))));
        return Sha256.hex(all.toString());
    }

    /**
     * Writes texts of one's own, each file whole or not at all.
     *
     * @param texts by file
     * @param hash of what was read before they were changed
     * @return false where somebody changed one of them meanwhile; nothing was written then
     */
    public synchronized boolean save(Map<String, String> texts, String hash) {
        if (!hash(texts.keySet()).equals(hash)) {
            return false;
        }
        texts.forEach((file, text) -> {
            if (!text(file).equals(text)) {
                write(folder.resolve(plain(file)), text);
            }
        });
        renderer.refresh();
        return true;
    }

    /**
     * Removes texts of one's own.
     *
     * @param hash of what was looked at before
     * @return false where somebody changed one of them meanwhile; nothing was removed then
     */
    public synchronized boolean remove(Collection<String> files, String hash) {
        if (!hash(files).equals(hash)) {
            return false;
        }
        for (String file : files) {
            try {
                Files.deleteIfExists(folder.resolve(plain(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("the template %s cannot be removed".formatted(file), e);
            }
        }
        renderer.refresh();
        return true;
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".", ".part");
            try {
                Files.writeString(part, text);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the template %s cannot be written".formatted(file), e);
        }
    }

    private boolean isOwn(Path path) throws IOException {
        return Files.isRegularFile(path) && path.toRealPath().startsWith(folder.toRealPath());
    }

    private static String plain(String file) {
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("no plain name of a template");
        }
        return file;
    }

    private List<String> owns() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of templates cannot be read: " + folder, e);
        }
    }

    private static List<String> programs() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + PROGRAM + "*.ftl*"))
                    .map(Resource::getFilename)
                    .map(String::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's templates cannot be listed", e);
        }
    }
}
