package dev.standfirst.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 wants it told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        @About(value = "Names the kind of problem; stable.", example = "urn:standfirst:problem:value-wrong")
        String type,

        @About(value = "The kind in words.", example = "A value cannot be used")
        String title,

        @About(value = "The status of the answer.", example = "400")
        int status,

        @About(
                value = "What happened, why, and what to do.",
                example = "\"ada\" is not an address: there is no @ in it. Nothing was changed.")
        String detail,

        @About(value = "The field or parameter that is wrong, where it is one.", example = "address") @Nullable
        String field,

        @About(value = "Names this one occurrence, where the log tells more of it.", example = "") @Nullable
        String instance) {}
