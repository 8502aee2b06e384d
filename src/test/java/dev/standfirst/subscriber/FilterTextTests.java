package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a filter is told with the place and the remedy. */
class FilterTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            status:confrmed     | 0  | at character 1 status is never "confrmed". Did you mean "confirmed"?; it is one of unconfirmed, confirmed, unsubscribed
            ada satus:confirmed | 4  | at character 5 there is no field "satus". Did you mean "status"? An attribute of that name: "satus":
            since>2026-13-01    | 0  | at character 1 "2026-13-01" is no day; one is written as in since>2026-01-31
            since>2026-01*      | 0  | at character 1 "2026-01" is no day; one is written as in since>2026-01-31
            since>9999999-01-01 | 0  | at character 1 "9999999-01-01" is no day; one is written as in since>2026-01-31
            name>ada            | 0  | at character 1 name is compared with >; it knows : and = and != alone
            city<x              | 0  | at character 1 an attribute is compared with <; it knows : and = and != alone
            list:"Two Words"    | 0  | at character 1 "Two Words" is no name of a list: these have small letters, digits and dashes
            domain:a*           | 0  | at character 1 a star stands where domain has none; write the whole value
            name:*              | 0  | at character 1 a star stands where name has none; write the whole value
            *                   | 0  | at character 1 there is nothing to look for; write a part of a name or an address
            status:             | 7  | at character 8 there is nothing behind status:; values with spaces or parentheses stand in quotation marks
            status: confirmed   | 7  | at character 8 there is nothing behind status:; values with spaces or parentheses stand in quotation marks
            (ada                | 0  | at character 1 a parenthesis is opened and not closed; write "(" to look for one
            ada)                | 3  | at character 4 a parenthesis is closed that was not opened; write ")" to look for one
            name:"ada           | 5  | at character 6 a quotation mark is opened and not closed; write "\\"" to look for one
            ada"x"              | 3  | at character 4 a quotation mark stands in a word; put it in front, or write "\\"" for one
            ada or              | 6  | at character 7 something to look for is missing; words such as "or" can be looked for in quotation marks
            or ada              | 0  | at character 1 something to look for is missing; words such as "or" can be looked for in quotation marks
            ada not and         | 8  | at character 9 something to look for is missing; words such as "or" can be looked for in quotation marks
            ()                  | 1  | at character 2 something to look for is missing; words such as "or" can be looked for in quotation marks
            ""                  | 0  | at character 1 there is nothing to look for; write a part of a name or an address
            """)
    void mistakesAreTold(String filter, int at, String reason) {
        assertThat(Filter.parse(filter)).isEqualTo(new Filter.Parsed.Invalid(at, reason));
    }

    @Test
    void whatIsReadIsBounded() {
        assertThat(Filter.parse("a".repeat(1000))).isInstanceOf(Filter.Parsed.Valid.class);
        assertThat(reason("a".repeat(1001)))
                .isEqualTo("at character 1001 the filter gets too long; ask with 1,000 at most");
        assertThat(Filter.parse("(".repeat(20) + "a" + ")".repeat(20))).isInstanceOf(Filter.Parsed.Valid.class);
        assertThat(reason("(".repeat(500)))
                .isEqualTo("at character 22 the parentheses get too deep; ask with 20 at most");
        assertThat(reason("not ".repeat(200))).contains("too deep");
        assertThat(Filter.parse("a ".repeat(50))).isInstanceOf(Filter.Parsed.Valid.class);
        assertThat(reason("a ".repeat(51)))
                .isEqualTo("at character 101 there are too many conditions; ask with 50 at most");
    }

    @Test
    void whatNoDatabaseKeepsIsNotAsked() {
        assertThat(reason("a\0b")).isEqualTo("at character 2 is a control character; leave it out");
        assertThat(reason("name:\ud800x")).isEqualTo("at character 6 is a control character; leave it out");
        assertThat(Filter.parse("a\tb\r\nc \ud83d\udea2")).isInstanceOf(Filter.Parsed.Valid.class);
    }

    private static String reason(String filter) {
        return ((Filter.Parsed.Invalid) Filter.parse(filter)).reason();
    }
}
