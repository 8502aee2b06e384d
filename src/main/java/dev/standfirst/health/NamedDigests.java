package dev.standfirst.health;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The digests whose files can be read at this moment. */
@Component
class NamedDigests {

    private final DigestFiles files;

    NamedDigests(@Value("${standfirst.home}") Path home) {
        this.files = new DigestFiles(home);
    }

    List<Digest> all() {
        return files.names().stream().flatMap(name -> load(name).stream()).toList();
    }

    private Optional<Digest> load(String name) {
        return files.load(name) instanceof DigestResult.Loaded loaded ? Optional.of(loaded.digest()) : Optional.empty();
    }
}
