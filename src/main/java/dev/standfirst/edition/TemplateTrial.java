package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.mail.Slot;
import dev.standfirst.template.Mistake;
import dev.standfirst.template.TemplateRenderer;
import dev.standfirst.template.TemplateRenderer.TemplateProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Templates tried before they are used: on the last edition and on odd ones. Nothing is stored and nothing is sent. */
@Component
public class TemplateTrial {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration TIME_FOR_ALL = Duration.ofSeconds(15);
    private static final Pattern SLOT = Pattern.compile("\uE000([^\uE001]*)(\uE001?)");

    private final TemplateRenderer templates;
    private final EditionSettings settings;
    private final Copies copies;
    private final LastEdition last;

    TemplateTrial(TemplateRenderer templates, EditionSettings settings, Copies copies, LastEdition last) {
        this.templates = templates;
        this.settings = settings;
        this.copies = copies;
        this.last = last;
    }

    /** What a template is tried on. */
    public enum Case {
        /** The last edition of a digest; the usual where there is none. */
        LAST,
        /** What there is every day. */
        USUAL,
        /** A day with one story. */
        ONE,
        /** Headlines, names and words that are too long. */
        LONG,
        /** Stories in scripts that run the other way, or without spaces. */
        RIGHT_TO_LEFT,
        /** Text that wants to be markup. */
        HOSTILE,
        /** As many stories as can be. */
        MANY
    }

    /**
     * What is tried.
     *
     * @param template its name: "edition"
     * @param unsaved texts that are not saved yet, by their files
     * @param digest whose edition is shown; empty where no digest uses the template
     */
    public record Trial(String template, Map<String, String> unsaved, Optional<Digest> digest) {

        public Trial {
            unsaved = Map.copyOf(unsaved);
        }
    }

    /** What came of it. */
    public sealed interface Seen {

        /**
         * It works.
         *
         * @param on what was really rendered
         * @param subject of the mail
         * @param html its HTML part, slots open
         * @param text its plain-text part, slots open
         * @param faults what is wrong with the mail; empty where all is right
         */
        record Works(Case on, String subject, String html, String text, List<Fault> faults) implements Seen {}

        /** It does not. */
        record Broken(Case on, Mistake mistake) implements Seen {}
    }

    /**
     * Something that is wrong with a mail.
     *
     * @param on what it was seen on
     * @param key one of the checks of an edition: "size"; or "escape": foreign text became markup, "slot": a place for
     *     a person's value that there is none of, "leave": no way to leave the list
     * @param words what a check of an edition says; empty for others
     */
    public record Fault(Case on, String key, String words) {}

    /** Renders one. */
    public Seen see(Trial trial, Case on) {
        return see(trial, on, TIME);
    }

    /** Renders all there are: the first that does not work, or the faults of all. */
    public List<Seen> seeAll(Trial trial) {
        TemplateRenderer trying;
        try {
            trying = templates.trying(trial.unsaved(), TIME_FOR_ALL);
        } catch (TemplateProblem e) {
            return List.of(new Seen.Broken(Case.LAST, e.mistake()));
        }
        List<Seen> all = new ArrayList<>();
        for (Case on : Case.values()) {
            Seen seen = see(trial, on, trying);
            all.add(seen);
            if (seen instanceof Seen.Broken) {
                break;
            }
        }
        return all;
    }

    private Seen see(Trial trial, Case on, Duration time) {
        try {
            return see(trial, on, templates.trying(trial.unsaved(), time));
        } catch (TemplateProblem e) {
            return new Seen.Broken(on, e.mistake());
        }
    }

    private Seen see(Trial trial, Case on, TemplateRenderer trying) {
        Digest digest = trial.digest().orElseGet(TrialStories::digest).withTemplate(trial.template());
        Optional<LastEdition.Again> again = on == Case.LAST ? last.of(digest) : Optional.empty();
        Case really = on == Case.LAST && again.isEmpty() ? Case.USUAL : on;
        LastEdition.Again shown = again.orElseGet(() -> new LastEdition.Again(
                TrialStories.DATE,
                new Picker(digest, TrialStories.NOW, List.of()).pick(LastEdition.stories(really), List.of())));
        try {
            RenderedEdition rendered = new EditionRenderer(trying, settings, copies)
                    .render(digest, shown.date(), LastEdition.all(shown.picks()), Heading.MADE, List.of());
            return new Seen.Works(
                    really, rendered.edition().subject(), rendered.html(), rendered.text(), faults(really, rendered));
        } catch (TemplateProblem e) {
            return new Seen.Broken(really, e.mistake());
        }
    }

    private static List<Fault> faults(Case on, RenderedEdition rendered) {
        List<Fault> faults = new ArrayList<>();
        EditionChecks.failed(rendered.html(), rendered.text()).forEach(check -> faults.add(fault(on, check)));
        for (String part : List.of(rendered.html(), rendered.text())) {
            if (SLOT.matcher(part).results().anyMatch(slot -> slot.group(2).isEmpty() || !isSlot(slot.group(1)))) {
                faults.add(new Fault(on, "slot", ""));
            }
            if (!part.contains(Slot.UNSUBSCRIBE.mark())) {
                faults.add(new Fault(on, "leave", ""));
            }
        }
        if (on == Case.HOSTILE && rendered.html().contains(TrialStories.HOSTILE)) {
            faults.add(new Fault(on, "escape", ""));
        }
        return faults;
    }

    private static Fault fault(Case on, Check check) {
        return new Fault(on, check.name().key(), check.words());
    }

    private static boolean isSlot(String name) {
        for (Slot slot : Slot.values()) {
            if (slot.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
