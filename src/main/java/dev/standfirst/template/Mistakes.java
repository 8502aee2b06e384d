package dev.standfirst.template;

import dev.standfirst.template.Mistake.Kind;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Freemarker says of a template that does not work → what a person needs to know of it. */
final class Mistakes {

    private static final int LONGEST = 300;

    private Mistakes() {}

    /**
     * Reads it.
     *
     * @param name of the template that was to be rendered
     */
    static Mistake of(String name, Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return Mistake.nowhere(Kind.ITSELF, name, "it calls itself for ever");
        }
        if (failure instanceof OutOfMemoryError) {
            return Mistake.nowhere(Kind.TOO_LARGE, name, "it takes more memory than there is");
        }
        Optional<LimitReached> limit = cause(failure, LimitReached.class);
        if (limit.isPresent()) {
            return limit.get().mistake(name);
        }
        Optional<ParseException> unreadable = cause(failure, ParseException.class);
        if (unreadable.isPresent()) {
            return syntax(name, unreadable.get());
        }
        Optional<TemplateException> told = cause(failure, TemplateException.class);
        return told.map(problem -> of(name, problem)).orElseGet(() -> {
            Kind kind = cause(failure, TemplateNotFoundException.class).isPresent() ? Kind.NO_TEMPLATE : Kind.OTHER;
            return Mistake.nowhere(kind, name, line(failure.getMessage()));
        });
    }

    private static Mistake syntax(String name, ParseException problem) {
        String template = problem.getTemplateName() == null ? name : problem.getTemplateName();
        return new Mistake(
                Kind.SYNTAX,
                template,
                problem.getLineNumber(),
                problem.getColumnNumber(),
                line(problem.getEditorMessage()));
    }

    private static Mistake of(String name, TemplateException problem) {
        Kind kind = kind(problem);
        String blamed = problem.getBlamedExpressionString();
        String said = line(problem.getMessageWithoutStackTop());
        return new Mistake(
                kind,
                problem.getTemplateSourceName() == null ? name : problem.getTemplateSourceName(),
                number(problem.getLineNumber()),
                number(problem.getColumnNumber()),
                kind == Kind.MISSING && blamed != null ? line(blamed) : said);
    }

    private static Kind kind(TemplateException problem) {
        String said = String.valueOf(problem.getMessageWithoutStackTop());
        if (problem instanceof InvalidReferenceException) {
            return Kind.MISSING;
        }
        if (said.contains("security reasons") || said.contains("?api")) {
            return Kind.FORBIDDEN;
        }
        return said.contains("importing failed") || said.contains("inclusion failed") ? Kind.NO_TEMPLATE : Kind.OTHER;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** Its first sentence that says something, on one line. */
    private static String line(@Nullable String said) {
        String first = String.valueOf(said)
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return first.length() <= LONGEST ? first : first.substring(0, LONGEST - 1) + "…";
    }
}
