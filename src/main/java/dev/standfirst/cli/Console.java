package dev.standfirst.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Scanner;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where words go: results to standard output, progress and problems to standard error, both in UTF-8.
 *
 * @param out results
 * @param err progress and problems
 * @param outStyle colours of results
 * @param errStyle colours of progress and problems
 * @param live whether standard error is a terminal whose lines can be redrawn
 */
record Console(PrintStream out, PrintStream err, Style outStyle, Style errStyle, boolean live) {

    /** The console of this process; the launcher says which streams are terminals. */
    static Console ofProcess(Map<String, String> environment, boolean noColor) {
        boolean colour = !noColor && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean live = Boolean.getBoolean("standfirst.terminal.err");
        return new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                new Style(colour && Boolean.getBoolean("standfirst.terminal.out")),
                new Style(colour && live),
                live);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Whether somebody is there to answer a question: both ends are a terminal. */
    boolean asks() {
        return live && Boolean.getBoolean("standfirst.terminal.in");
    }

    /** Asks a question and gives the line that is typed; empty where none comes. */
    String ask(String question) {
        err.print(question);
        err.flush();
        Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
        return answers.hasNextLine() ? answers.nextLine().strip() : "";
    }

    /** Prints a result as one line of JSON. */
    void json(Object value) {
        out.println(Printable.json(JsonMapper.shared().writeValueAsString(value)));
    }

    /** Prints an error in the form that every command shares; its words may be foreign. */
    void error(String happened, Iterable<String> advice) {
        err.println(errStyle.bad("error:") + " " + Printable.line(happened));
        for (String line : advice) {
            err.println("       " + Printable.line(line));
        }
    }
}
