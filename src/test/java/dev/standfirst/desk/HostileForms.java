package dev.standfirst.desk;

import dev.standfirst.account.Role;
import dev.standfirst.desk.DeskForms.Form;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends values to every field of every form of the desk, each form else filled in as its page has it. */
final class HostileForms {

    private final DeskSite site;
    private final DeskForms found;
    private final List<String> faults = new ArrayList<>();
    private DeskSite.Browser owner;
    private int sent;

    HostileForms(DeskSite site) throws Exception {
        this.site = site;
        this.owner = signIn();
        this.found = DeskForms.of(owner);
    }

    private DeskSite.Browser signIn() throws Exception {
        return site.signedIn("owner", Role.OWNER);
    }

    List<Form> forms() {
        return found.forms().stream()
                .filter(form -> !form.action().equals("/sign-out"))
                .toList();
    }

    /** What was not safe so far, a line each. */
    List<String> faults() {
        return faults;
    }

    /** How many forms were sent. */
    int sent() {
        return sent;
    }

    /** Sends a form with a value as one field; "file" is what a form with a file uploads. */
    void send(Form form, String field, String value) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.put(field, value);
        if (form.upload()) {
            fields.remove("file");
            String content = field.equals("file") ? value : "";
            judge(form, field, value, owner.upload(form.action(), fields, "list.csv", "email,name\n" + content));
        } else {
            judge(form, field, value, form.isGet() ? ask(form.action(), fields) : owner.post(form.action(), fields));
        }
    }

    /** Opens a page with parameters. */
    HttpResponse<String> ask(String path, Map<String, String> fields) throws Exception {
        String query = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return owner.get(path + "?" + query);
    }

    /** Every page, for what the forms left there. */
    void lookAtPages() throws Exception {
        for (String page : DeskForms.of(owner).pages()) {
            note(page, SafeAnswer.faults(owner.get(page)));
        }
    }

    private void judge(Form form, String field, String value, HttpResponse<String> answer) throws Exception {
        sent++;
        note(
                "%s %s, %s=%s"
                        .formatted(
                                form.isGet() ? "GET" : "POST",
                                form.action(),
                                field,
                                value.substring(0, Math.min(80, value.length()))),
                SafeAnswer.faults(answer));
        if (answer.headers().firstValue("Location").orElse("").startsWith("/sign-in")) {
            // The form ended the sign-in, as it should.
            owner = signIn();
        }
    }

    private void note(String where, List<String> wrong) {
        wrong.forEach(fault -> faults.add(where + ": " + fault));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
