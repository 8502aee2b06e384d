package dev.standfirst.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OidcSettingsTests {

    @Test
    void nobodySignsInByAProviderUntilOneIsNamed() {
        assertThat(settings(Map.of("issuer", "", "client-id", "", "client-secret", ""))
                        .isOn())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer        |                                 | issuer is empty and standfirst.oidc.client-id=desk is set, so nobody could sign in there; set issuer, client-id and client-secret, or none
            client-id     |                                 | client-id is empty and standfirst.oidc.issuer=https://id.example/desk is set
            client-secret |                                 | client-secret is empty and standfirst.oidc.issuer=https://id.example/desk is set
            issuer        | http://id.example               | issuer is "http://id.example"; passwords are typed there, so it begins with https://
            issuer        | id.example                      | issuer is "id.example"; passwords are typed there
            issuer        | https:///desk                   | copy it from the provider's settings
            issuer        | https://me:you@id.example       | copy it from the provider's settings
            issuer        | https://id.example?a            | has neither ? nor #
            issuer        | https://id example              | issuer is "https://id example"
            claim         | e mail                          | claim is "e mail"; that is no name of a claim
            name          | A provider whose name goes on and on and on and on and on and on | a button has room for 60 characters
            """)
    void whatCannotWorkIsToldByNameValueReasonAndRemedy(String name, String value, String problem) {
        Throwable wrong = catchThrowable(() -> settings(Map.of(name, value == null ? "" : value)));

        assertThat(wrong)
                .rootCause()
                .hasMessageStartingWith("standfirst.oidc." + name + " is ")
                .hasMessageContaining(problem)
                .message()
                .doesNotContain("tell-nobody");
    }

    @Test
    void aSecretAloneIsHalfAConfigurationAndIsNotShown() {
        assertThat(catchThrowable(() -> settings(Map.of("issuer", "", "client-id", ""))))
                .rootCause()
                .message()
                .startsWith("standfirst.oidc.issuer is empty and standfirst.oidc.client-secret=... is set")
                .doesNotContain("tell-nobody");
        assertThat(settings(Map.of())).hasToString("OidcSettings[https://id.example/desk]");
    }

    @Test
    void anIdThatEndsInASignOfEqualityIsSetToo() {
        assertThat(catchThrowable(() -> settings(Map.of("issuer", " ", "client-id", "ZGVzaw==", "client-secret", ""))))
                .rootCause()
                .message()
                .startsWith("standfirst.oidc.issuer is empty and standfirst.oidc.client-id=ZGVzaw== is set");
    }

    @Test
    void aProviderOnThisMachineNeedsNoHttps() {
        assertThat(settings(Map.of("issuer", "http://127.0.0.1:8090/desk")).isOn())
                .isTrue();
    }

    private static OidcSettings settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(
                Map.of("issuer", "https://id.example/desk", "client-id", "desk", "client-secret", "tell-nobody"));
        all.putAll(changed);
        Map<String, String> named = new HashMap<>();
        all.forEach((name, value) -> named.put("standfirst.oidc." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("standfirst.oidc", OidcSettings.class);
    }
}
