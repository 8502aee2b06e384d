package dev.standfirst.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A process that is measured: it is asked by lines and answers by lines that begin with a word of its own. */
final class Measured implements AutoCloseable {

    /** Before others that want the processors: what else runs on this machine is nothing to be measured. */
    private static final List<String> FIRST = List.of("chrt", "-r", "5");

    /** One mail in so many is sent before Java programs are measured: they compile themselves meanwhile. */
    static final int WARM = 4;

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    private Measured(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** A class of this program's own, with a heap of 256 MB. */
    static Measured java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(priority());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Dh2.bindAddress=127.0.0.1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Measured(command);
    }

    /** Another program. */
    static Measured program(String... command) throws IOException {
        List<String> all = new ArrayList<>(priority());
        all.addAll(List.of(command));
        return new Measured(all);
    }

    /** Whether measured processes may go before others, as it was asked for. */
    static boolean isFirst() {
        return !priority().isEmpty();
    }

    /** Lets a process that runs already go before others, with what it starts from now on. */
    static void first(long pid) throws IOException {
        if (isFirst()) {
            new ProcessBuilder("chrt", "-a", "-r", "-p", "5", Long.toString(pid)).start();
        }
    }

    private static List<String> priority() {
        return Priority.ALLOWED ? FIRST : List.of();
    }

    long pid() {
        return process.pid();
    }

    void ask(String question) {
        questions.println(question);
    }

    /** The next line that begins with a word, without it; lines before it are thrown away. */
    String answer(String word) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
        }
        throw new IOException("the process ended without an answer: " + process.info().commandLine().orElse(""));
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Asked for by a property, and found out once whether it is allowed here. */
    private static final class Priority {

        private static final boolean ALLOWED = Boolean.getBoolean("bench.priority") && works();

        private static boolean works() {
            try {
                return new ProcessBuilder("chrt", "-r", "5", "true").start().waitFor() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /**
     * What a sender tells of itself: messages, seconds, CPU seconds, MB of memory at most, MB in use after a collection.
     */
    record Report(long mails, double seconds, double cpu, long memory, long heap) {

        static Report of(String line) {
            String[] words = line.split(" ");
            return new Report(
                    Long.parseLong(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]));
        }

        String line() {
            return String.format(Locale.ROOT, "%d %.4f %.4f %d %d", mails, seconds, cpu, memory, heap);
        }
    }
}
