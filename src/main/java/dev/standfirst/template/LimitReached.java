package dev.standfirst.template;

import dev.standfirst.template.Mistake.Kind;
import java.io.IOException;

/** A template is ended because of what it takes, or not begun because of what it uses. */
final class LimitReached extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String template;
    private final String what;
    private final int line;
    private final int column;

    LimitReached(Kind kind, String what) {
        this(new Mistake(kind, "", 0, 0, what));
    }

    LimitReached(Mistake mistake) {
        super(mistake.detail());
        this.kind = mistake.kind();
        this.template = mistake.template();
        this.what = mistake.detail();
        this.line = mistake.line();
        this.column = mistake.column();
    }

    /** What is wrong with the template that was to be rendered, or with one that it uses. */
    Mistake mistake(String name) {
        return new Mistake(kind, template.isEmpty() ? name : template, line, column, what);
    }
}
