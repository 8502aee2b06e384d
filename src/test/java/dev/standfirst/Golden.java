package dev.standfirst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Big outputs, kept as files beside the tests. Where an output changes on purpose, {@code ./mvnw test -Dgolden=write}
 * writes it anew, and the difference is read in the commit like any other.
 */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources");

    private Golden() {}

    /** The output must be what stands in the file of that name in the test's package. */
    public static void check(Class<?> test, String name, String actual) {
        Path file = ROOT.resolve(test.getPackageName().replace('.', '/')).resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
