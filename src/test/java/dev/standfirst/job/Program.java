package dev.standfirst.job;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.cli.CommandsHere;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program on a home folder of its own: commands in this JVM, or in processes of their own as the launcher starts
 * them.
 */
final class Program {

    private final Path home;
    private final Map<String, String> environment;

    Program(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** What a command said and how it ended. */
    record Outcome(int exit, String out, String err) {}

    /** A home folder with one digest over one article. */
    static Path home(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(
                folder.resolve("notes/reef.txt"),
                "About a reef\n\nA survey ship has mapped a cold-water reef on the edge of the northern shelf.\n");
        Files.writeString(folder.resolve("jobs/notes.yaml"), """
                title: Notes
                sources:
                  - name: Field Notes
                    folder: notes
                sender:
                  address: notes@standfirst.example
                """);
        return folder;
    }

    /** Runs a command in this JVM. */
    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandsHere.run(home, environment, out, err, arguments);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command in a process, to its end. */
    Outcome runProcess(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        Process process = start(arguments, out, err);
        int exit = process.waitFor();
        return new Outcome(exit, Files.readString(out), Files.readString(err));
    }

    /** Starts a command in a process. */
    Process start(String... arguments) throws IOException {
        return start(arguments, Files.createTempFile("out", ".txt"), Files.createTempFile("err", ".txt"));
    }

    private Process start(String[] arguments, Path out, Path err) throws IOException {
        List<String> options = List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dh2.bindAddress=127.0.0.1",
                "-Dstandfirst.home=" + home);
        ProcessBuilder builder = java(options, StandfirstApplication.class, arguments);
        builder.environment().putAll(environment);
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** A Java process on this test's own class path. */
    static ProcessBuilder java(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
