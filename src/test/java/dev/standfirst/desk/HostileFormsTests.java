package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.HostileTexts;
import dev.standfirst.account.Role;
import dev.standfirst.api.Scope;
import dev.standfirst.api.Tokens;
import dev.standfirst.desk.DeskForms.Form;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Suppressions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed into any field of any form of the desk is taken, or refused in words, and runs nowhere. */
class HostileFormsTests {

    private static final int SHARE = 10;

    private static final List<String> TEXTS = Stream.concat(
                    HostileTexts.ALL.stream(),
                    Stream.of(
                            "</textarea></title><svg onload=" + HostileTexts.MARK + ">",
                            "zero\u200Bwidth\uFEFF\u202E" + HostileTexts.MARK,
                            "1 or 1=1) union select null--",
                            "//evil.example/" + HostileTexts.MARK,
                            "\u0001\u0000\u001B[31m" + HostileTexts.MARK,
                            "\uD83D\uDC69\u200D\uD83D\uDE80\uD800" + HostileTexts.MARK,
                            "",
                            "-1",
                            "99999999999999999999"))
            .toList();

    @TempDir
    private Path home;

    @Test
    void noFieldOfAnyFormRunsOrBreaksAnything() throws Exception {
        try (DeskSite site = new DeskSite(home)) {
            fill(site);
            HostileForms forms = new HostileForms(site);
            assertThat(forms.forms())
                    .extracting(Form::action)
                    .contains("/people", "/settings/accounts", "/settings/me/password", "/imports", "/templates")
                    .hasSizeGreaterThan(40);
            int turn = 0;
            for (Form form : forms.forms()) {
                // Each field gets a tenth of the texts; over the forms it is all of them.
                List<String> fields = new ArrayList<>(form.fields().keySet());
                fields.add("file");
                for (String field : fields) {
                    for (int i = turn++ % SHARE; i < TEXTS.size(); i += SHARE) {
                        forms.send(form, field, TEXTS.get(i));
                    }
                }
            }
            forms.lookAtPages();
            assertThat(forms.faults()).isEmpty();
        }
    }

    /** Something on every page that has forms for what is there. */
    static void fill(DeskSite site) throws Exception {
        DeskSite.Browser owner = site.signedIn("owner", Role.OWNER);
        site.account("ines", Role.EDITOR, "brief");
        site.bean(Tokens.class).add("Report", Set.of(Scope.RUNS_READ), Duration.ofDays(9));
        site.bean(Suppressions.class)
                .add(
                        new EmailAddress("gone@example.org"),
                        Suppressions.Cause.OPERATOR,
                        Reason.by("ines", "they asked"));
        site.importOf(owner, "all", "people.csv", "email\nkim@harbour.example\nwrong@@x\n");
        owner.post("/templates", Map.of("name", "weekend"));
    }
}
