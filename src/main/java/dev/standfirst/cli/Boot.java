package dev.standfirst.cli;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application; given by the main class, so that the command line need not know it. */
@FunctionalInterface
public interface Boot {

    /**
     * Starts it.
     *
     * @param web whether with its pages
     * @param settings that win over every other source
     */
    ConfigurableApplicationContext start(boolean web, Map<String, Object> settings);
}
