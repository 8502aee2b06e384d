package dev.standfirst.cli;

import dev.standfirst.StandfirstApplication;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The command line in this JVM, which has its classes loaded and compiled: each command starts the whole application
 * anew on the home's database, as a process of its own would, in a fraction of its time.
 */
public final class CommandsHere {

    private CommandsHere() {}

    /**
     * Runs one command where nobody is at a terminal.
     *
     * @param environment variables, in the names that the shell gives them
     * @return the exit code
     */
    public static int run(
            Path home, Map<String, String> environment, OutputStream out, OutputStream err, String... arguments) {
        Console console = new Console(stream(out), stream(err), new Style(false), new Style(false), false);
        Home folders = new Home(home, home.resolve("data"));
        try (Application application = new Application(boot(environment), folders)) {
            return CommandLineProgram.execute(arguments, console, folders, application);
        }
    }

    private static Boot boot(Map<String, String> environment) {
        return (web, settings) -> start(settings, environment);
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings, Map<String, String> environment) {
        return new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> add(context.getEnvironment(), settings, environment))
                .run();
    }

    private static void add(
            ConfigurableEnvironment target, Map<String, Object> settings, Map<String, String> environment) {
        target.getPropertySources().addFirst(new SystemEnvironmentPropertySource("shell", Map.copyOf(environment)));
        target.getPropertySources().addFirst(new MapPropertySource("command", settings));
    }

    private static PrintStream stream(OutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
