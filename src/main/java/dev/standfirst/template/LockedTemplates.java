package dev.standfirst.template;

import dev.standfirst.template.Mistake.Kind;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Freemarker's settings, and two things that it has no setting for: every template, and every one that it uses, asks in
 * its loops whether it shall end; and none uses what those questions do not reach: text that becomes a template, names
 * of templates that are worked out, and patterns that search for ever.
 */
final class LockedTemplates extends Configuration {

    /** What no question reaches, and what would bring in a template that nobody looked at. */
    private static final Pattern UNREACHED = Pattern.compile(
            "\\?\\s*+(?:interpret|eval|eval_json|evalJson|matches|ensure_starts_with|ensureStartsWith)\\b"
                    + "|\\.\\s*+(?:get_optional_template|getOptionalTemplate)\\b|[<\\[]#setting\\s++locale\\b");

    private static final Pattern USE = Pattern.compile("[<\\[]#(?:include|import)\\b[^>\\]]*+");
    private static final Pattern PLAIN_USE =
            Pattern.compile(".#(?:include|import)\\s++\"([A-Za-z0-9_./-]++)\"(?:\\s++as\\s++\\w++)?+\\s*+/?+");

    private final TemplateLoader loader;
    private final Map<Template, List<String>> used = new WeakHashMap<>();

    LockedTemplates(TemplateLoader loader) {
        super(VERSION_2_3_34);
        this.loader = loader;
        setTemplateLoader(loader);
        setDefaultEncoding("UTF-8");
        setURLEscapingCharset("UTF-8");
        setLocale(Locale.ROOT);
        setObjectWrapper(new SimpleObjectWrapper(VERSION_2_3_34));
        setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        setAPIBuiltinEnabled(false);
        setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        setLogTemplateExceptions(false);
        setWrapUncheckedExceptions(true);
        setWhitespaceStripping(true);
        setCacheStorage(new StrongCacheStorage());
    }

    /** Renders a template into a writer, after it and all that it uses were locked. */
    void process(String name, Map<String, Object> model, Writer out) throws IOException, TemplateException {
        Template template = getTemplate(name);
        Set<Template> met = new HashSet<>();
        synchronized (used) {
            lock(template, met);
        }
        template.process(model, out);
    }

    private void lock(Template template, Set<Template> met) throws IOException {
        if (!met.add(template)) {
            return;
        }
        List<String> uses = used.get(template);
        if (uses == null) {
            uses = uses(template);
            _CoreAPI.addThreadInterruptedChecks(template);
            used.put(template, uses);
        }
        for (String other : uses) {
            lock(getTemplate(other), met);
        }
    }

    /** The templates that one uses, each under its whole name. */
    private List<String> uses(Template template) throws IOException {
        String name = template.getName();
        String text = template.toString();
        Matcher unreached = UNREACHED.matcher(text);
        if (unreached.find()) {
            throw new LimitReached(forbidden(name, unreached.group()));
        }
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        List<String> uses = new ArrayList<>();
        Matcher use = USE.matcher(text);
        while (use.find()) {
            Matcher plain = PLAIN_USE.matcher(use.group());
            if (!plain.matches()) {
                throw new LimitReached(forbidden(name, use.group()));
            }
            uses.add(plain.group(1).startsWith("/") ? plain.group(1) : folder + plain.group(1));
        }
        return uses;
    }

    private Mistake forbidden(String name, String what) {
        String text = text(name);
        String before = text.substring(0, Math.max(0, text.indexOf(what)));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new Mistake(Kind.FORBIDDEN, name, line, column, what);
    }

    private String text(String name) {
        StringWriter text = new StringWriter();
        try {
            Object source = loader.findTemplateSource(name);
            if (source != null) {
                read(source, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void read(Object source, StringWriter text) throws IOException {
        try (Reader reader = loader.getReader(source, "UTF-8")) {
            reader.transferTo(text);
        } finally {
            loader.closeTemplateSource(source);
        }
    }
}
