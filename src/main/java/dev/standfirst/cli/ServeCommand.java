package dev.standfirst.cli;

import dev.standfirst.account.FirstOwner;
import dev.standfirst.bounce.BounceTimer;
import dev.standfirst.consent.Outbox;
import dev.standfirst.health.Watchman;
import dev.standfirst.job.Timetable;
import dev.standfirst.node.Nodes;
import dev.standfirst.relay.StartCheck;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code standfirst serve}: the pages, and the timetable that runs every digest when it is due. */
@Command(
        name = "serve",
        description = "Show mailbox and editions in a browser, and run each digest when it is due.",
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where to listen, on this machine alone; 8080 where left out.")
    private @Nullable Integer port;

    @Option(names = "--no-schedule", description = "Show pages only; run nothing by itself.")
    private boolean noSchedule;

    ServeCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port != null) {
            application.set("server.port", port.toString());
        }
        application.startWithPages();
        application.get(Outbox.class).begin();
        application.get(StartCheck.class).begin();
        application.get(Watchman.class).begin();
        if (!noSchedule) {
            application.get(Timetable.class).begin();
            application.get(BounceTimer.class).begin();
        }
        printWhere();
        new CountDownLatch(1).await();
        return ExitCode.DONE.code();
    }

    private void printWhere() {
        console.out()
                .println("Standfirst is at "
                        + console.outStyle().strong("http://127.0.0.1:" + application.port() + "/"));
        application
                .get(FirstOwner.class)
                .link()
                .ifPresent(secret -> console.out()
                        .println("Sign in for the first time, once: "
                                + console.outStyle()
                                        .strong("http://127.0.0.1:%d/sign-in/%s"
                                                .formatted(application.port(), secret))));
        console.out().println(noSchedule ? "It runs nothing by itself." : "It runs each digest when it is due.");
        application
                .get(Nodes.class)
                .silence()
                .ifPresent(silence -> console.error(silence.happened(), List.of(silence.safe(), silence.remedy())));
        console.out().println(console.outStyle().quiet("Ctrl-C ends it; a run that is at work stops after its batch."));
    }
}
