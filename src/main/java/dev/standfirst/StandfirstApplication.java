package dev.standfirst;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The application: every bean is found below this package. Started by the command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StandfirstApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StandfirstApplication.class, arguments).close();
    }

    /** The one clock; nothing else asks for the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
