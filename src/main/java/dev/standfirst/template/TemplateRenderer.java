package dev.standfirst.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Freemarker, set up once and locked down: a template sees strings, numbers, lists and maps, cannot make or call an
 * object, escapes HTML by itself, fails on a missing value, and ends after a limit of output, time and memory. Stored
 * text is never a template.
 */
@Component
public class TemplateRenderer {

    private static final Duration LONGEST_TIME = Duration.ofSeconds(5);

    private final TemplateLoader loader;
    private final LockedTemplates templates;
    private final long deadline;
    private final AtomicReference<@Nullable Thread> abandoned;

    /** @param own folder with templates of one's own; a template that is not there is taken from the program */
    @Autowired
    public TemplateRenderer(@Value("${standfirst.templates}") Path own) {
        this(
                new MultiTemplateLoader(new TemplateLoader[] {
                    new OwnFolder(own), new ClassTemplateLoader(TemplateRenderer.class.getClassLoader(), "templates")
                }),
                Long.MAX_VALUE,
                new AtomicReference<>());
    }

    private TemplateRenderer(TemplateLoader loader, long deadline, AtomicReference<@Nullable Thread> abandoned) {
        this.loader = loader;
        this.templates = new LockedTemplates(loader);
        this.deadline = deadline;
        this.abandoned = abandoned;
    }

    /**
     * One that takes some templates from what somebody typed, for a short time; all others from where this one does.
     *
     * @param unsaved the texts, by the names of their files
     * @param time that all it renders may take together, from now on
     * @throws TemplateProblem where an earlier one was abandoned and is still at work: there is one at a time
     */
    public TemplateRenderer trying(Map<String, String> unsaved, Duration time) {
        Thread earlier = abandoned.get();
        if (earlier != null && earlier.isAlive()) {
            String name = unsaved.keySet().stream().sorted().findFirst().orElse("");
            LimitReached busy = new LimitReached(Mistake.Kind.TOO_LONG, "the one before it is still at work");
            throw new TemplateProblem(name, busy.mistake(name), busy);
        }
        StringTemplateLoader typed = new StringTemplateLoader();
        unsaved.forEach(typed::putTemplate);
        return new TemplateRenderer(
                new MultiTemplateLoader(new TemplateLoader[] {typed, loader}),
                System.nanoTime() + time.toNanos(),
                abandoned);
    }

    /**
     * Renders a template.
     *
     * @throws TemplateProblem where it is not there or does not work, with a sentence for people
     */
    public String render(String name, Map<String, Object> model) {
        Duration left = deadline == Long.MAX_VALUE ? LONGEST_TIME : Duration.ofNanos(deadline - System.nanoTime());
        return Rendering.of(
                templates, name, model, left.compareTo(LONGEST_TIME) < 0 ? left : LONGEST_TIME, abandoned::set);
    }

    /** Forgets what it knows of templates, because one has changed. */
    void refresh() {
        templates.clearTemplateCache();
    }

    /** A template that is not there, or fails. */
    public static final class TemplateProblem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Mistake mistake;

        TemplateProblem(String name, Mistake mistake, Throwable cause) {
            super("the template %s does not work: %s".formatted(name, words(mistake)), cause);
            this.mistake = mistake;
        }

        /** What is wrong, and where. */
        public Mistake mistake() {
            return mistake;
        }

        private static String words(Mistake mistake) {
            String place = mistake.line() == 0
                    ? ""
                    : " (%s, line %d, column %d)".formatted(mistake.template(), mistake.line(), mistake.column());
            return (mistake.kind() == Mistake.Kind.MISSING ? "there is no " : "") + mistake.detail() + place;
        }
    }
}
