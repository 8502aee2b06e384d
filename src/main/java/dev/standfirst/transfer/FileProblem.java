package dev.standfirst.transfer;

import java.io.IOException;

/** A file that cannot be imported. It is told before anything is changed. */
final class FileProblem extends IOException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    /**
     * @param what what is wrong, with the name of the file and the line, without a full stop
     * @param remedy what to do, as a sentence
     */
    FileProblem(String what, String remedy) {
        super(what + ". " + remedy);
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}
