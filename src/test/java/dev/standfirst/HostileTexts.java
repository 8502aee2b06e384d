package dev.standfirst;

import java.util.List;

/** What people type who want something to run, to break or to be told as theirs. */
public final class HostileTexts {

    /** Is in each that could run or be repeated. */
    public static final String MARK = "mark4711";

    public static final List<String> ALL = List.of(
            "<script>" + MARK + "()</script>",
            "\"><img src=x onerror=" + MARK + ">",
            "' onfocus='" + MARK + "' autofocus='",
            "</title><svg onload=" + MARK + ">",
            "javascript:" + MARK + "()",
            "${7*7}<#assign x='freemarker.template.utility.Execute'?new()>" + MARK,
            "{0,choice,0#x} {1} '" + MARK,
            "a\u202Egnp.exe\u2066" + MARK,
            "zero\u200Bwidth\uFEFF" + MARK,
            "\uD83D\uDC69\u200D\uD83D\uDE80" + MARK,
            "line\r\nSet-Cookie: " + MARK + "=1",
            "'; drop table subscriber; --" + MARK,
            "../../../../etc/passwd",
            "\u0001\u0007\u001B[31m" + MARK,
            "\uE000ADDRESS\uE001" + MARK,
            "a".repeat(3000),
            "\u0000" + MARK,
            "İıſK" + MARK,
            "%s%n%x{{" + MARK + "}}");

    private HostileTexts() {}
}
