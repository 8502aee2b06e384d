package dev.standfirst.bench;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.delivery.Audience;
import dev.standfirst.delivery.FrozenAudience;
import dev.standfirst.edition.LongEdition;
import dev.standfirst.edition.VariantPress;
import dev.standfirst.edition.Variants;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.Progress;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.RunStep;
import dev.standfirst.job.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The program as it runs everywhere: an edition is frozen for everybody on a list, and a run delivers it. Its ledger is
 * the real one.
 */
final class OurSending implements RunListener {

    private static final int LOOKS = 10;

    private final boolean watchingHeap;
    private OwnUse use = new OwnUse();
    private long before;
    private long looked;

    private OurSending(boolean watchingHeap) {
        this.watchingHeap = watchingHeap;
    }

    /**
     * Either {@code prepare FOLDER PEOPLE LIST,... SETTING...}, which makes lists of so many people, the first ones, and
     * writes the edition to the folder; or {@code send FOLDER DIGEST LIST HEAP SETTING...}.
     */
    public static void main(String[] args) throws IOException {
        List<String> settings = Arrays.asList(args).subList(args[0].equals("prepare") ? 4 : 5, args.length);
        try (ConfigurableApplicationContext program = program(Path.of(args[1]), settings)) {
            if (args[0].equals("prepare")) {
                for (String list : args[3].split(",")) {
                    people(program, Integer.parseInt(list), Integer.parseInt(args[2]));
                }
                write(program, Path.of(args[1]));
            } else {
                send(program, args[2], args[3], Boolean.parseBoolean(args[4]));
            }
        }
    }

    private static ConfigurableApplicationContext program(Path folder, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.add("--standfirst.data=" + folder);
        all.add("--standfirst.home=" + folder);
        all.add("--standfirst.public-url=https://brief.example");
        return new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }

    private static void send(ConfigurableApplicationContext program, String digest, String list, boolean heap)
            throws IOException {
        LongEdition edition = new LongEdition(program, digest, list);
        OwnUse freezing = new OwnUse();
        FrozenAudience frozen = freeze(program, edition);
        System.out.println("ready " + freezing.report(frozen.people()).line());
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        OurSending sending = new OurSending(heap);
        RunResult result = program.getBean(Runs.class)
                .goOn(new EditionKey(digest, edition.rendered().edition().date()), sending);
        if (result instanceof RunResult.Sent sent) {
            System.out.println("done " + sending.use.report(sent.counts().audience() - sending.before).line());
        } else {
            System.err.println(result);
            System.exit(1);
        }
    }

    private static FrozenAudience freeze(ConfigurableApplicationContext program, LongEdition edition) {
        return program.getBean(TransactionTemplate.class).execute(status -> {
            long id = edition.freeze(program);
            VariantPress press = program.getBean(Variants.class)
                    .press(id, edition.rendered(), edition.digest(), language -> List.of());
            return program.getBean(Audience.class)
                    .freeze(id, edition.digest(), edition.rendered().edition().date(), press);
        });
    }

    /** A list named like its number of people. Everybody's address is as long as everybody else's. */
    private static void people(ConfigurableApplicationContext program, int list, int most) {
        JdbcClient jdbc = program.getBean(JdbcClient.class);
        boolean h2 = program.getEnvironment().getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2");
        String numbers = (h2
                        ? "select x as id from system_range(%1$d, %2$d)"
                        : "select id from generate_series(%1$d, %2$d) as id")
                .formatted(10_000_001, 10_000_000 + list);
        if (list == most) {
            jdbc.sql("""
                    insert into subscriber (id, address, normal, domain, created_at, changed_at)
                    select id, 'p' || id || '@example.org', 'p' || id || '@example.org', 'example.org', now(), now()
                    from (%s) n
                    """.formatted(numbers)).update();
        }
        jdbc.sql("insert into list (id, name, created_at) values (?, ?, now())")
                .params(list, Integer.toString(list))
                .update();
        jdbc.sql("""
                insert into subscription (id, list_id, subscriber_id, status, since, changed_at, cause)
                select id + %1$d0000000, %1$d, id, 'CONFIRMED', now(), now(), '' from (%2$s) n
                """.formatted(list, numbers)).update();
    }

    private static void write(ConfigurableApplicationContext program, Path folder) throws IOException {
        LongEdition edition = new LongEdition(program, "sample", "all");
        Files.writeString(folder.resolve("edition.html"), edition.rendered().html());
        Files.writeString(folder.resolve("edition.txt"), edition.rendered().text());
        System.out.printf(
                Locale.ROOT,
                "done %d stories%n",
                edition.rendered().edition().items().size());
    }

    /** What a program that begins has to compile is not measured: that is over after the first quarter. */
    @Override
    public void progress(Progress progress) {
        if (before == 0 && progress.seen() * Measured.WARM >= progress.total()) {
            before = progress.seen();
            use = new OwnUse();
        }
        if (watchingHeap && progress.seen() * LOOKS / Math.max(1, progress.total()) > looked) {
            looked = progress.seen() * LOOKS / progress.total();
            use.collect();
        }
    }

    @Override
    public void problem(RunStep step, String problem) {
        System.err.println(step + ": " + problem);
    }
}
