package dev.standfirst.health;

import dev.standfirst.text.Fact;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether there is room for data: less than a twentieth of the disk, or than 200 MB, is too little. */
@Component
class DiskCheck implements Check {

    private static final Logger log = LoggerFactory.getLogger(DiskCheck.class);

    private static final long LEAST_BYTES = 200_000_000;
    private static final long LEAST_SHARE = 20;
    private static final long MEGABYTE = 1_000_000;

    private final Path data;

    DiskCheck(@Value("${standfirst.data}") Path data) {
        this.data = data;
    }

    @Override
    public TroubleKind kind() {
        return TroubleKind.DISK_FULL;
    }

    @Override
    public List<Trouble> look() {
        try {
            FileStore disk = Files.getFileStore(data);
            return judge(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            log.warn("how full the disk is cannot be told", e);
            return List.of();
        }
    }

    /**
     * Judges a disk.
     *
     * @param free bytes
     * @param whole bytes
     */
    List<Trouble> judge(long free, long whole) {
        return free >= LEAST_BYTES && free >= whole / LEAST_SHARE
                ? List.of()
                : List.of(new Trouble(
                        kind(),
                        "",
                        Fact.of("fact.trouble.disk", free / MEGABYTE, whole / MEGABYTE),
                        Fact.of("fact.trouble.disk.safe"),
                        Fact.of("fact.trouble.disk.remedy")));
    }
}
