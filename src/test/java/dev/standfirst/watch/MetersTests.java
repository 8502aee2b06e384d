package dev.standfirst.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.SendResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersTests {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Meters meters = new Meters();

    @Test
    void mailsAreCountedByRelayAndAnswer() {
        MailMeter mails = new MailMeter(meters);
        mails.count("north", new SendResult.Accepted("250 ok"), 30_000_000);
        mails.count("north", new SendResult.Accepted("250 ok"), 30_000_000);
        mails.count("north", new SendResult.Refused(550, "", "550 no"), 1);
        mails.count("south", new SendResult.Unknown("no answer"), 1);

        assertThat(meters.text(TEXT))
                .contains(
                        "standfirst_mails_total{outcome=\"2xx\",relay=\"north\"} 2.0\n",
                        "standfirst_mails_total{outcome=\"5xx\",relay=\"north\"} 1.0\n",
                        "standfirst_mails_total{outcome=\"4xx\",relay=\"north\"} 0.0\n",
                        "standfirst_mails_total{outcome=\"doubt\",relay=\"south\"} 1.0\n",
                        "standfirst_mail_time_seconds_bucket{relay=\"north\",le=\"0.1\"} 3\n",
                        "standfirst_mail_time_seconds_bucket{relay=\"north\",le=\"0.02\"} 1\n",
                        "standfirst_mail_time_seconds_count{relay=\"north\"} 3\n");
    }

    @Test
    void stepsTellWhatWentInAndCameOut() {
        StepMeter steps = new StepMeter(meters);
        steps.count("collect", "seen", 214);
        steps.count("collect", "new", 31);
        steps.took("collect", Duration.ofSeconds(4));
        steps.problem("collect");

        assertThat(meters.text(TEXT))
                .contains(
                        "standfirst_step_things_total{step=\"collect\",thing=\"seen\"} 214.0\n",
                        "standfirst_step_things_total{step=\"collect\",thing=\"new\"} 31.0\n",
                        "standfirst_step_time_seconds_sum{step=\"collect\"} 4.0\n",
                        "standfirst_step_problems_total{step=\"collect\"} 1.0\n");
    }

    @Test
    void pagesAreCountedByClass() {
        PageMeter pages = new PageMeter(meters);
        pages.count(200);
        pages.count(304);
        pages.count(0);
        pages.count(999_999);

        assertThat(meters.text(TEXT))
                .contains(
                        "standfirst_pages_total{status=\"2xx\"} 1.0\n",
                        "standfirst_pages_total{status=\"3xx\"} 1.0\n",
                        "standfirst_pages_total{status=\"none\"} 2.0\n");
    }

    @Test
    void theMachineTellsOfItself() {
        assertThat(meters.text(TEXT)).contains("jvm_memory_used_bytes{", "process_uptime_seconds ");
        assertThat(meters.text("application/openmetrics-text")).endsWith("# EOF\n");
    }
}
