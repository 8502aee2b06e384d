package dev.standfirst.template;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Templates of one's own, in a folder that need not be there yet. What leads out of it is not there. */
final class OwnFolder implements TemplateLoader {

    private final Path folder;

    OwnFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    @SuppressWarnings("NullAway") // null is how Freemarker is told that there is none
    public @Nullable Path findTemplateSource(String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(name);
        } catch (InvalidPathException e) {
            return null;
        }
        boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
        return inside ? file : null;
    }

    @Override
    public long getLastModified(Object source) {
        return ((Path) source).toFile().lastModified();
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
        return new java.io.InputStreamReader(Files.newInputStream((Path) source), StandardCharsets.UTF_8);
    }

    @Override
    public void closeTemplateSource(Object source) {
        // Its reader was closed.
    }
}
