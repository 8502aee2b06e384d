package dev.standfirst.digest;

import dev.standfirst.text.DidYouMean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The digest files of a home folder: {@code jobs/NAME.yaml}. Relative paths in them count from the home folder. */
public final class DigestFiles {

    private static final String SUFFIX = ".yaml";
    private static final int FILE_BYTES = 1_000_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final Path home;

    /** The files below this home folder. */
    public DigestFiles(Path home) {
        this.home = home;
    }

    /** Names of all digests, sorted. */
    public List<String> names() {
        Path jobs = home.resolve("jobs");
        if (!Files.isDirectory(jobs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(jobs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + jobs, e);
        }
    }

    /** Loads and checks one. */
    public DigestResult load(String name) {
        if (!names().contains(name)) {
            return new DigestResult.Missing(name, DidYouMean.among(names(), name));
        }
        String shown = shown(name);
        try {
            return check(name, decode(Files.readAllBytes(home.resolve(shown))));
        } catch (CharacterCodingException e) {
            return broken(name, shown, 1, "the file is not UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            return broken(name, shown, 1, "the file cannot be read: " + e.getMessage());
        }
    }

    /** Checks a text as if it were the file of a digest. */
    public DigestResult check(String name, String text) {
        String shown = shown(name);
        Problems problems = new Problems(shown);
        try {
            Digest digest = new DigestReader(name, home, problems).read(parse(text));
            return problems.isEmpty() ? new DigestResult.Loaded(digest) : new DigestResult.Broken(name, problems.all());
        } catch (NotReadable e) {
            return new DigestResult.Broken(name, problems.all());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return broken(name, shown, line, "this is not YAML: " + e.getProblem());
        } catch (IOException | YAMLException e) {
            return broken(name, shown, 1, "the file cannot be read: " + e.getMessage());
        }
    }

    /** The text of a digest's file; empty where there is none that can be read as text. */
    public Optional<String> text(String name) {
        try {
            return names().contains(name)
                    ? Optional.of(decode(Files.readAllBytes(home.resolve(shown(name)))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a new digest may be called so: small letters, digits and dashes. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Writes the file of a digest, whole or not at all.
     *
     * @param before what it must hold still; empty where it must not be there yet
     */
    public DigestWriting write(String name, Optional<String> before, String text) {
        boolean mayBe = before.isPresent() ? names().contains(name) : isName(name);
        return mayBe
                ? DigestWriting.of(home.resolve(shown(name)), before, text)
                : new DigestWriting.Impossible("jobs/ has no file of this name");
    }

    private static String shown(String name) {
        return "jobs/" + name + SUFFIX;
    }

    private static DigestResult.Broken broken(String name, String file, int line, String message) {
        return new DigestResult.Broken(name, List.of(new DigestResult.Problem(file, line, message)));
    }

    static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Node parse(String text) throws IOException {
        Node root = new Yaml(options()).compose(new java.io.StringReader(text));
        if (root == null) {
            throw new IOException("it is empty");
        }
        return root;
    }

    /** How far a file may go. */
    static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(FILE_BYTES);
        return options;
    }

    /** Ends the reading of a file that lacks what everything else hangs on; the reason is among the problems. */
    static final class NotReadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
