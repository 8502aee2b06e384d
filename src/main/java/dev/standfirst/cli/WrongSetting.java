package dev.standfirst.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.convert.ConversionException;

/** What is wrong with a setting, in one sentence that names it, its value, and what is needed. */
final class WrongSetting {

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private static final String OURS = "standfirst.";

    private WrongSetting() {}

    static String words(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        Throwable root = failure;
        boolean form = false;
        while (root.getCause() != null) {
            root = root.getCause();
            form |= root instanceof ConversionException;
        }
        if (property != null && form) {
            return "%s is \"%s\"; %s is needed"
                    .formatted(
                            property.getName(),
                            Printable.line(String.valueOf(property.getValue())),
                            needed(failure.getTarget().getType().resolve(Object.class)));
        }
        String message = String.valueOf(root.getMessage());
        String first = message.lines().findFirst().orElse(message).trim();
        return first.startsWith(OURS)
                ? first
                : "the settings under \"%s\" are wrong: %s".formatted(failure.getName(), first);
    }

    private static String needed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == Duration.class) {
            return "a time such as 30s, 5m or 1h";
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "a whole number";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "another form";
    }
}
