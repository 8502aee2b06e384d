package dev.standfirst.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The web sites of a measurement, in a process of their own. */
final class Sites implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final PrintStream in;
    private final List<URI> good = new ArrayList<>();
    private final Map<String, URI> hostile = new LinkedHashMap<>();

    private Sites(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Opens them; {@code FeedFarm} says what its arguments mean. */
    static Sites open(int hosts, int feeds, int entries, int daysOld, int hostileOfEach) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-Xss256k", "-Dsun.net.httpserver.nodelay=true"));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), FeedFarm.class.getName()));
        Stream.of(hosts, feeds, entries, daysOld, hostileOfEach).map(String::valueOf).forEach(command::add);
        Sites sites = new Sites(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        sites.readAddresses();
        return sites;
    }

    private void readAddresses() throws IOException {
        for (String line = line(); !line.equals("ready"); line = line()) {
            String[] parts = line.split(" ");
            URI address = URI.create(parts[1]);
            if (parts[0].equals("good")) {
                good.add(address);
            } else {
                hostile.put(parts[0], address);
            }
        }
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the web sites of the measurement could not be opened");
        }
        return line;
    }

    List<URI> good() {
        return good;
    }

    /** By what is wrong with them. */
    Map<String, URI> hostile() {
        return hostile;
    }

    /** Lets every fifth feed change. */
    void nextRound(int round) throws IOException {
        in.println(round);
        line();
    }

    /** What they have worked so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        in.close();
        process.onExit().join();
    }
}
