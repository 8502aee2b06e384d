package dev.standfirst;

import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** The whole program inside a test. */
public final class ProgramInTest {

    private ProgramInTest() {}

    /** Without its pages, and with a clock that the test moves; start it by {@code run}. */
    public static SpringApplicationBuilder at(Clock clock) {
        return new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    }
}
