package dev.standfirst.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What may be said of mail servers, and how. */
class RelaySettingsTests {

    @Test
    void theEnvironmentNamesSeveralServers() {
        RelaySettings settings = environment(Map.of(
                "STANDFIRST_RELAYS_FAST_HOST", "smtp.example",
                "STANDFIRST_RELAYS_FAST_PER_HOUR", "1000",
                "STANDFIRST_RELAYS_FAST_PERSECOND", "20",
                "STANDFIRST_RELAYS_FAST_WARM_UP", "50/h, 100/h",
                "STANDFIRST_RELAYS_FAST_DOMAINS", "big-mail.example 20/s 2000/h 5x, * 10/s",
                "STANDFIRST_RELAYS_BACKUP2_HOST", "other.example",
                "STANDFIRST_RELAYS_BACKUP2_WEIGHT", "3"));

        assertThat(settings.relays().keySet()).containsExactly("backup2", "fast");
        Limits fast = RelaySettings.limits("fast", settings.relays().get("fast"));
        assertThat(fast)
                .isEqualTo(new Limits(
                        4,
                        20,
                        1000,
                        Map.of("big-mail.example", new DomainLimits(20, 2000, 5), "*", new DomainLimits(10, 0, 0)),
                        new WarmUp(List.of(50, 100))));
        assertThat(settings.relays().get("backup2").weight()).isEqualTo(3);
        assertThat(fast.inWords())
                .containsExactly(
                        "4 connections", "20 a second", "1,000 an hour", "* 10/s", "big-mail.example 20/s 2000/h 5x");
    }

    @Test
    void theOneServerHasItsLimitsBesideIt() {
        RelaySettings settings = environment(Map.of(
                "STANDFIRST_MAIL_HOST", "smtp.example",
                "STANDFIRST_MAIL_CONNECTIONS", "9",
                "STANDFIRST_MAIL_PER_HOUR", "500"));

        assertThat(settings.ofOne()).isEqualTo(new Limits(9, 0, 500, Map.of(), WarmUp.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port | 70000 | standfirst.relays.fast.port is 70000; a port is 1 to 65535",
                "timeout | 0s | standfirst.relays.fast.timeout is PT0S; a time above nothing is needed, 60s is usual",
                "username | ada | standfirst.relays.fast.password is empty and standfirst.relays.fast.username is not; set both, or none where no login is wanted",
                "weight | 0 | standfirst.relays.fast.weight is 0; it may be 1 to 1000",
                "connections | 0 | standfirst.relays.fast.connections is 0; it may be 1 to 500",
                "per-hour | -5 | standfirst.relays.fast.per-hour is -5; it may be 0 to 2147483647, 0 for no limit",
                "warm-up | 50/h, 100 | standfirst.relays.fast.warm-up has the step \"100\"; a step is mails an hour, one for each day from the first mail: 50/h, 100/h, 500/h, 2000/h",
                "domains | big.example | standfirst.relays.fast.domains has \"big.example\"; a domain, once, and its limits are needed, * for all others: example.com 20/s 2000/h 5x, * 10/s (5x is five mails at a time)",
                "domains | a.example 1/s, a.example 2/s | standfirst.relays.fast.domains has \"a.example 2/s\"; a domain, once, and its limits are needed, * for all others: example.com 20/s 2000/h 5x, * 10/s (5x is five mails at a time)",
                "host | '' | standfirst.relays.fast.host is empty; name the mail server: standfirst.relays.fast.host=smtp.example.org"
            })
    void aWrongValueIsOneSentence(String setting, String value, String said) {
        Map<String, String> settings = new java.util.HashMap<>(Map.of("relays.fast.host", "smtp.example"));
        settings.put("relays.fast." + setting, value);

        assertThat(root(catchThrowable(() -> House.settings(settings)))).hasMessage(said);
    }

    @Test
    void anotherNameThanLettersAndDigitsIsWrong() {
        assertThat(root(catchThrowable(() -> House.settings(Map.of("relays.very-fast.host", "smtp.example")))))
                .hasMessage(
                        "standfirst.relays has the name \"very-fast\"; use 1 to 40 small letters and digits, such as fast2");
    }

    @Test
    void theOneServerAndSeveralDoNotGoTogether() {
        assertThat(root(catchThrowable(
                        () -> House.settings(Map.of("mail.host", "one.example", "relays.fast.host", "smtp.example")))))
                .hasMessage("standfirst.mail.host is \"one.example\" and standfirst.relays names fast as well;"
                        + " make it a relay too, or leave one of them out");
    }

    @Test
    void aPasswordIsNotShown() {
        RelaySettings settings = House.settings(Map.of(
                "relays.fast.host", "smtp.example", "relays.fast.username", "ada", "relays.fast.password", "secret7"));

        assertThat(settings.toString()).doesNotContain("secret7");
        assertThat(settings.relays().get("fast").server().toString()).doesNotContain("secret7");
    }

    private static RelaySettings environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        return new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("standfirst", RelaySettings.class);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
