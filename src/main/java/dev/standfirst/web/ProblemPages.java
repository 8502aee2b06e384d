package dev.standfirst.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The page for what went wrong: says nothing of the inside, and repeats nothing of the request. */
@RestController
class ProblemPages implements ErrorController {

    private final PublicPages pages;

    ProblemPages(PublicPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<String> show(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return pages.problem(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, Visit.of(request));
    }

    /** Requests that no page of ours makes. */
    @RestControllerAdvice(basePackageClasses = ProblemPages.class)
    static class Refusals {

        private final PublicPages pages;

        Refusals(PublicPages pages) {
            this.pages = pages;
        }

        @ExceptionHandler(BadInput.class)
        ResponseEntity<String> refuse(HttpServletRequest request) {
            return pages.problem(HttpStatus.BAD_REQUEST, Visit.of(request));
        }
    }
}
