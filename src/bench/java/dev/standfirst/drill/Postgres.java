package dev.standfirst.drill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL as a process of its own, which can be torn down in the middle and comes back on the same port. */
final class Postgres implements AutoCloseable {

    private static final String RESTART =
            "[ $(id -u) = 0 ] && as='unshare -U' || as=; eval exec $as \"$(cat postmaster.opts)\"";

    private final Path data;
    private final EmbeddedPostgres server;

    Postgres(Path data) throws IOException {
        this.data = data;
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // As every server has it that is not for tests: what is committed outlives the server's end.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "300")
                .start();
    }

    /** The address of a new, empty database. */
    String database() throws SQLException {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(server.getPort(), name);
    }

    /**
     * Ends it at once, with every connection, as {@code pg_ctl restart -m immediate} does, and starts it again by the
     * command that it wrote down when it started; as root under another name, since it refuses to be root.
     */
    void restart() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
        new ProcessBuilder("bash", "-c", RESTART)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("restarted.log").toFile())
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
