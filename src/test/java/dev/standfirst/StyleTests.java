package dev.standfirst;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Rules of the house that no tool knows by itself. */
class StyleTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.standfirst");

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test must be able to choose the time")
                .check(CLASSES);
    }

    @Test
    void jakartaMailStaysInMailAndBounce() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.standfirst.mail..", "dev.standfirst.bounce..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "com.icegreen..")
                .because("nobody else needs to know how mail is made and taken apart")
                .check(CLASSES);
    }

    @Test
    void freemarkerStaysInTemplate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.standfirst.template..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("freemarker..")
                .because("templates are locked down in one place")
                .check(CLASSES);
    }

    @Test
    void textKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("dev.standfirst.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc..",
                        "org.springframework.stereotype..",
                        "org.springframework.context..")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.standfirst.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
