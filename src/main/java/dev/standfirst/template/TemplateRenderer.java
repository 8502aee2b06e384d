package dev.standfirst.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Freemarker, set up once and locked down: a template sees strings, numbers, lists and maps, cannot make or call an
 * object, escapes HTML by itself, fails on a missing value, and ends after a limit of output and time. Stored text is
 * never a template.
 */
@Component
public class TemplateRenderer {

    private static final int LONGEST = 2_000_000;
    private static final Duration LONGEST_TIME = Duration.ofSeconds(5);

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    /** @param own folder with templates of one's own; a template that is not there is taken from the program */
    public TemplateRenderer(@Value("${standfirst.templates}") Path own) {
        configuration.setTemplateLoader(new MultiTemplateLoader(loaders(own)));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setWhitespaceStripping(true);
    }

    /**
     * Renders a template.
     *
     * @throws TemplateProblem where it is not there or does not work, with a sentence for people
     */
    public String render(String name, Map<String, Object> model) {
        StringWriter out = new StringWriter();
        try {
            Template template = configuration.getTemplate(name);
            template.process(model, new BoundedWriter(out, LONGEST, LONGEST_TIME));
            return out.toString();
        } catch (IOException | TemplateException e) {
            throw new TemplateProblem("the template %s does not work: %s".formatted(name, firstLine(e)), e);
        } catch (StackOverflowError e) {
            throw new TemplateProblem("the template %s does not work: it calls itself for ever".formatted(name), e);
        }
    }

    /** A template that is not there, or fails. */
    public static final class TemplateProblem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TemplateProblem(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static TemplateLoader[] loaders(Path own) {
        List<TemplateLoader> loaders = new ArrayList<>();
        try {
            if (Files.isDirectory(own)) {
                loaders.add(new FileTemplateLoader(own.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of templates cannot be read: " + own, e);
        }
        loaders.add(new ClassTemplateLoader(TemplateRenderer.class.getClassLoader(), "templates"));
        return loaders.toArray(TemplateLoader[]::new);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
