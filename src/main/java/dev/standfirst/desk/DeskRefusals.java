package dev.standfirst.desk;

import dev.standfirst.web.BadInput;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Requests that no page of the desk makes. */
@RestControllerAdvice(basePackageClasses = DeskPages.class)
class DeskRefusals {

    private final DeskPages pages;

    DeskRefusals(DeskPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(BadInput.class)
    ResponseEntity<String> refuse(HttpServletRequest request) {
        return pages.say(HttpStatus.BAD_REQUEST, Call.of(request), "unreadable");
    }
}
