package dev.standfirst.drill;

import dev.standfirst.StandfirstApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the program is started: from the built jar, unpacked, with an archive of its classes, as the launcher does; where
 * there is no jar, from the class path of this process.
 *
 * @param command up to the program's own arguments
 */
record Launch(List<String> command) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dh2.bindAddress=127.0.0.1",
            "-Dfile.encoding=UTF-8");

    static Launch prepare(Path jar, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(OPTIONS);
        if (Files.notExists(jar)) {
            command.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), StandfirstApplication.class.getName()));
            return new Launch(command);
        }
        Path program = folder.resolve("program");
        run(List.of(JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", program.toString()));
        List<String> start = List.of("-jar", program.resolve(jar.getFileName()).toString());
        Path archive = folder.resolve("classes");
        List<String> rehearsal = new ArrayList<>(command);
        rehearsal.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dstandfirst.home=" + Path.of("").toAbsolutePath(),
                "-Dstandfirst.data=" + folder.resolve("rehearsal"),
                "-Dstandfirst.mail.host="));
        rehearsal.addAll(start);
        rehearsal.addAll(List.of("run", "sample", "--quiet"));
        run(rehearsal);
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(start);
        return new Launch(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException("this did not work: " + String.join(" ", command));
        }
    }
}
