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
        String shown = "jobs/" + name + SUFFIX;
        Problems problems = new Problems(shown);
        try {
            byte[] bytes = Files.readAllBytes(home.resolve(shown));
            Digest digest = new DigestReader(name, home, problems).read(parse(bytes));
            return problems.isEmpty() ? new DigestResult.Loaded(digest) : new DigestResult.Broken(name, problems.all());
        } catch (NotReadable e) {
            return new DigestResult.Broken(name, problems.all());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return broken(name, shown, line, "this is not YAML: " + e.getProblem());
        } catch (CharacterCodingException e) {
            return broken(name, shown, 1, "the file is not UTF-8. Save it as UTF-8.");
        } catch (IOException | YAMLException e) {
            return broken(name, shown, 1, "the file cannot be read: " + e.getMessage());
        }
    }

    private static DigestResult.Broken broken(String name, String file, int line, String message) {
        return new DigestResult.Broken(name, List.of(new DigestResult.Problem(file, line, message)));
    }

    private static Node parse(byte[] bytes) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(FILE_BYTES);
        Node root = new Yaml(options).compose(new java.io.StringReader(text));
        if (root == null) {
            throw new IOException("it is empty");
        }
        return root;
    }

    /** Ends the reading of a file that lacks what everything else hangs on; the reason is among the problems. */
    static final class NotReadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
