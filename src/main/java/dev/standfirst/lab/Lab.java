package dev.standfirst.lab;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the program's own classes over JSON lines: one object a line in, one a line out, in the same order, on all
 * cores. A line that fails gives its error and the next goes on. Only a bounded number of lines is in memory at a time.
 */
public final class Lab {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AHEAD_PER_CORE = 16;

    private final LabVerb verb;

    private Lab(LabVerb verb) {
        this.verb = verb;
    }

    /** The verbs there are. */
    public static List<String> verbs() {
        return Verbs.names();
    }

    /**
     * The lab for one verb.
     *
     * @param options further words of the command line
     * @throws IllegalArgumentException with a sentence for people, where the verb or an option is not known
     */
    public static Lab of(String verb, List<String> options) {
        return new Lab(Verbs.make(verb, new LabOptions(options)));
    }

    /** Answers every line of the input. */
    public void run(InputStream in, OutputStream out) throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                BufferedWriter answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            Queue<Future<String>> ahead = new ArrayDeque<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String input = line;
                if (!input.isBlank()) {
                    ahead.add(threads.submit(() -> answer(input)));
                }
                if (ahead.size() >= cores * AHEAD_PER_CORE) {
                    write(ahead.remove(), answers);
                }
            }
            while (!ahead.isEmpty()) {
                write(ahead.remove(), answers);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void write(Future<String> answer, BufferedWriter answers) throws IOException, InterruptedException {
        try {
            answers.write(answer.get());
            answers.newLine();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private String answer(String line) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        try {
            JsonNode input = JSON.readTree(line);
            output.put("id", input.get("id"));
            output.putAll(verb.answer(input));
        } catch (JacksonException e) {
            output.putIfAbsent("id", null);
            output.put("error", "the line is not JSON: " + e.getOriginalMessage());
        } catch (Exception | StackOverflowError e) {
            output.put("error", e.getMessage() == null ? e.toString() : e.getMessage());
        }
        return JSON.writeValueAsString(output);
    }
}
