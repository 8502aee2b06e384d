package dev.standfirst;

import dev.standfirst.cli.CommandLineProgram;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The application: every bean is found below this package. The command line decides whether it is started at all. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StandfirstApplication {

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.run(arguments, StandfirstApplication::start));
    }

    /** The one clock; nothing else asks for the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static ConfigurableApplicationContext start(boolean web, Map<String, Object> settings) {
        return new SpringApplicationBuilder(StandfirstApplication.class)
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .properties(Map.of("spring.main.log-startup-info", "false"))
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource("command", settings)))
                .run();
    }
}
