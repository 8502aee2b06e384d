package dev.standfirst.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import picocli.CommandLine;

/** Makes the commands: each says in its one constructor which of console, home and application it needs. */
final class Commands implements CommandLine.IFactory {

    private final List<Object> parts;

    Commands(Object... parts) {
        this.parts = List.of(parts);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (!type.getPackage().equals(Commands.class.getPackage()) || constructors.length != 1) {
            return CommandLine.defaultFactory().create(type);
        }
        constructors[0].setAccessible(true);
        try {
            return type.cast(constructors[0].newInstance(arguments(constructors[0])));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("could not make " + type, e.getCause());
        }
    }

    private Object[] arguments(Constructor<?> constructor) {
        return java.util.Arrays.stream(constructor.getParameterTypes())
                .map(this::part)
                .toArray();
    }

    private Object part(Class<?> type) {
        return parts.stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no command can be given a " + type));
    }
}
