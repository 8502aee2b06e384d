package dev.standfirst.cli;

import java.util.Locale;

/**
 * Which database the commands work on.
 *
 * @param url JDBC address of a PostgreSQL; empty for the embedded database in the data folder
 * @param user whom to sign in as
 * @param password may be empty
 */
record Database(String url, String user, String password) {

    /** The one that the environment names. */
    static Database ofProcess() {
        return new Database(setting("url", ""), setting("username", "sa"), setting("password", ""));
    }

    boolean isEmbedded() {
        return url.isEmpty();
    }

    private static String setting(String name, String preset) {
        String fromEnvironment =
                System.getenv().getOrDefault("STANDFIRST_DATABASE_" + name.toUpperCase(Locale.ROOT), preset);
        return System.getProperty("standfirst.database." + name, fromEnvironment);
    }
}
