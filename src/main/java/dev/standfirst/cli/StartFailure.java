package dev.standfirst.cli;

import dev.standfirst.delivery.FullDisk;
import dev.standfirst.job.OldDatabaseException;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why the application did not start, in words. */
final class StartFailure {

    private static final String SAFE = "Nothing was read, stored or sent.";

    private StartFailure() {}

    static CommandException explain(RuntimeException failure, Home home) {
        return known(failure, home)
                .orElseGet(() -> new CommandException(
                        ExitCode.FAILED,
                        "Standfirst did not start: " + root(failure),
                        SAFE,
                        "Run the command again with --debug to see where it came from."))
                .causedBy(failure);
    }

    private static Optional<CommandException> known(Throwable failure, Home home) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException port) {
                return Optional.of(portInUse(port));
            }
            if (FullDisk.isBehind(cause)) {
                return Optional.of(fullDisk(cause));
            }
            if (cause instanceof OldDatabaseException old) {
                return Optional.of(oldDatabase(old));
            }
            if (cause instanceof SQLException sql) {
                return Optional.of(database(sql, home));
            }
            if (cause instanceof BindException setting) {
                return Optional.of(setting(setting));
            }
        }
        return Optional.empty();
    }

    private static CommandException portInUse(PortInUseException port) {
        return new CommandException(
                ExitCode.FAILED,
                "port %d is in use by another program".formatted(port.getPort()),
                SAFE,
                "Choose another one: standfirst serve --port " + (port.getPort() + 1));
    }

    private static CommandException oldDatabase(OldDatabaseException old) {
        return new CommandException(
                ExitCode.FAILED,
                String.valueOf(old.getMessage()),
                SAFE,
                "Move the database to a newer server, and name that one in STANDFIRST_DATABASE_URL.");
    }

    private static CommandException database(SQLException sql, Home home) {
        Database database = Database.ofProcess();
        if (!database.isEmbedded()) {
            return new CommandException(
                    ExitCode.FAILED,
                    "the database %s cannot be used: %s"
                            .formatted(database.url().replaceFirst("\\?.*", ""), firstLine(sql)),
                    SAFE,
                    "See that it runs and that STANDFIRST_DATABASE_URL, _USERNAME and _PASSWORD are right.");
        }
        return new CommandException(
                ExitCode.FAILED,
                "the database in %s cannot be opened: %s".formatted(home.show(home.data()), firstLine(sql)),
                SAFE,
                "Its files are left as they are. See that no program of another version has them open,",
                "or name another folder: STANDFIRST_DATA=/path");
    }

    private static CommandException fullDisk(Throwable failure) {
        return new CommandException(
                ExitCode.FAILED,
                "the disk is full: " + FullDisk.words(failure),
                "Nothing was read or sent: without its ledger Standfirst mails nobody.",
                "Make room where the data folder and the database are. Then run the command again.");
    }

    private static CommandException setting(BindException setting) {
        return new CommandException(
                ExitCode.WRONG_USE,
                WrongSetting.words(setting),
                SAFE,
                "All settings with their forms are in the README.");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(message).trim();
    }
}
