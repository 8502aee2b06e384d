package dev.standfirst.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A copy of the embedded database: its file, in a folder for temporary files. */
final class FileCopy implements DataCopy {

    private static final String DATABASE = "standfirst.mv.db";

    private final Path folder;

    private FileCopy(Path folder) {
        this.folder = folder;
    }

    /** Copies the database as it is at this moment, also while another process works on it. */
    static FileCopy of(Home home) {
        try {
            Path folder = Files.createTempDirectory("standfirst");
            if (Files.exists(home.data().resolve(DATABASE))) {
                Path archive = folder.resolve("backup.zip");
                backUp(home, archive);
                unpack(archive, folder.resolve(DATABASE));
            }
            return new FileCopy(folder);
        } catch (IOException | SQLException e) {
            throw new CommandException(
                            ExitCode.FAILED,
                            "the database could not be copied: " + e.getMessage(),
                            "Nothing was changed or sent.",
                            "See that there is room for a copy in " + System.getProperty("java.io.tmpdir"))
                    .causedBy(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("standfirst.data", folder.toString());
    }

    private static void backUp(Home home, Path archive) throws SQLException {
        String url = "jdbc:h2:file:%s;AUTO_SERVER=TRUE;IFEXISTS=TRUE;WRITE_DELAY=0"
                .formatted(home.data().resolve("standfirst"));
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, archive.toString());
            backup.execute();
        }
    }

    private static void unpack(Path archive, Path database) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(DATABASE)) {
                    Files.copy((InputStream) zip, database);
                }
            }
        }
        Files.delete(archive);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // What is left is in the system's folder for temporary files, which cleans itself.
        }
    }
}
