package dev.standfirst.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
record Page<T>(
        @About("The things, in their order.") List<T> items,

        @About(
                value = "Give it as \"after\" for the next page; null on the last one.",
                example = "4711.8f3hZk2cVbq1N0aXw9sTgA")
        @Nullable
        String next) {

    Page {
        items = List.copyOf(items);
    }
}
