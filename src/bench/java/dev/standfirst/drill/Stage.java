package dev.standfirst.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where scenes are set: each has a home, a database and a mail server of its own. */
final class Stage implements AutoCloseable {

    private final DrillOptions options;
    private final Path folder;
    private final Launch launch;
    private Postgres postgres;
    private int scenes;

    Stage(DrillOptions options, Path folder, Path jar) throws IOException, InterruptedException {
        this.options = options;
        this.folder = folder;
        this.launch = Launch.prepare(jar, folder);
    }

    DrillOptions options() {
        return options;
    }

    /** The PostgreSQL that all scenes share. */
    Postgres postgres() throws IOException {
        if (postgres == null) {
            postgres = new Postgres(folder.resolve("postgres"));
        }
        return postgres;
    }

    /** Sets a scene with a mail server that behaves as these words say. */
    Scene scene(String database, int people, String... sink) throws IOException, InterruptedException, SQLException {
        Path home = Files.createDirectories(folder.resolve("scene" + ++scenes));
        SinkProcess server = new SinkProcess(home.resolve("ledger.txt"), sink);
        Map<String, String> environment = new HashMap<>();
        environment.put("STANDFIRST_MAIL_HOST", "127.0.0.1");
        environment.put("STANDFIRST_MAIL_PORT", Integer.toString(server.port()));
        environment.put("STANDFIRST_MAIL_TLS", "none");
        environment.put("STANDFIRST_MAIL_CONNECTIONS", Integer.toString(options.connections()));
        environment.put("STANDFIRST_DELIVERY_RETRY_AFTER", "1s");
        environment.put("STANDFIRST_NODE", "drill");
        if (database.equals("postgres")) {
            environment.put("STANDFIRST_DATABASE_URL", postgres().database());
            environment.put("STANDFIRST_DATABASE_USERNAME", "postgres");
        }
        environment.putAll(options.environment());
        Site site = new Site(launch, home, environment);
        return new Scene(database, options, site, server, site.people(people));
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
