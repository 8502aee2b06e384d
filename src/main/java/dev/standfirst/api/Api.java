package dev.standfirst.api;

/** Where the API is. */
final class Api {

    /** The first version; another one would stand beside it. */
    static final String V1 = "/api/v1";

    /** A number in a path; what is none leads nowhere. */
    static final String ID = "/{id:[0-9]{1,18}}";

    private Api() {}
}
