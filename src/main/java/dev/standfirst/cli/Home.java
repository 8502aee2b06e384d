package dev.standfirst.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that everything belongs to.
 *
 * @param root holds {@code jobs/}; relative paths in digest files count from here
 * @param data where the database, the mailbox and the log live
 */
record Home(Path root, Path data) {

    /** The folders that the launcher, or the environment, names. */
    static Home ofProcess() {
        Path root = Path.of(System.getProperty("standfirst.home", ""))
                .toAbsolutePath()
                .normalize();
        String named = System.getProperty("standfirst.data", System.getenv().getOrDefault("STANDFIRST_DATA", ""));
        return new Home(root, root.resolve(named.isBlank() ? "data" : named).normalize());
    }

    /** Makes sure that the data folder is there and can be written to, before anything opens the database. */
    void requireWritableData() {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "write", ".check"));
        } catch (IOException e) {
            throw new CommandException(
                            ExitCode.FAILED,
                            "cannot write to the data folder " + data,
                            "Nothing was read or sent: without its ledger Standfirst mails nobody.",
                            "Make the folder writable, or name another one: STANDFIRST_DATA=/path")
                    .causedBy(e);
        }
    }

    /** A path as people type it: below the home folder relative, else whole. */
    String show(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(root) ? root.relativize(whole).toString() : whole.toString();
    }
}
