package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTests {

    private static final String REEF = """
            A survey ship has mapped a cold-water reef on the edge of the northern shelf, some two hundred miles west of
            Port Averil. The reef is forty kilometres long and lies at a depth of six hundred metres, where no light
            comes down. Nobody knew of it, although trawlers have worked the slope above for a century. "We switched the
            sonar on to test a cable, and there it was," said Ines Calder, who led the voyage. The corals grow by a
            millimetre or two in a year, so that the oldest banks must have begun when the ice withdrew. The institute
            asks that the area be closed to bottom trawling until it has been described. The fishing association says
            that it was not consulted, and that its boats keep clear of the slope in winter anyway. The ministry will
            hear both sides in January. Until then a voluntary pause holds, which nine of the eleven skippers have
            signed. A second voyage is to take samples in spring, weather and money permitting.""";

    @Test
    void anEditedTextStaysNear() {
        String edited = REEF.replace("forty kilometres", "forty-two kilometres")
                        .replace(
                                "The ministry will\nhear both sides in January.",
                                "The ministry hears both sides on 12 January.")
                + " This report was corrected: the reef is longer than first given.";

        assertThat(Fingerprint.near(Fingerprint.of(REEF), Fingerprint.of(edited)))
                .isTrue();
        assertThat(Fingerprint.resemblance(REEF, edited)).isGreaterThan(0.8);
    }

    @Test
    void caseMarksAndSpaceDoNotCount() {
        assertThat(Fingerprint.of(REEF.toUpperCase(java.util.Locale.ROOT).replace(",", "  ")))
                .isEqualTo(Fingerprint.of(REEF));
    }

    @Test
    void aReportOfAnotherWriterOnTheSameEventIsFarAway() {
        String other = """
                Scientists say they have found one of the largest deep reefs of the region, and fishermen are worried.
                The reef, which was discovered by accident during a sonar test west of Port Averil, is about forty
                kilometres long. The institute wants trawling to stop there until it has been studied. The fishing
                association complains that nobody asked it. A hearing at the ministry is planned for January, and most
                skippers have agreed to stay away from the slope for the time being.""";

        assertThat(Fingerprint.near(Fingerprint.of(REEF), Fingerprint.of(other)))
                .isFalse();
        assertThat(Fingerprint.resemblance(REEF, other)).isLessThan(0.2);
    }

    @Test
    void aFormFilledInAnewIsAnotherText() {
        String monday = "Tide table for Monday: high water at Port Averil at 6.12 and 18.40, low water at 0.05 and"
                + " 12.21. Wind from the west, force five, later six.";
        String tuesday = "Tide table for Tuesday: high water at Port Averil at 7.02 and 19.31, low water at 0.58 and"
                + " 13.10. Wind from the north, force three, later four.";

        assertThat(Fingerprint.resemblance(monday, tuesday)).isLessThan(0.8);
    }

    @Test
    void languagesWithoutSpacesHaveFingerprintsToo() {
        String text = "調査船が北の大陸棚の端で冷水サンゴ礁を発見した。長さは四十キロメートルに及ぶ。";

        assertThat(Fingerprint.of(text)).isNotZero().isNotEqualTo(Fingerprint.of(text.substring(10)));
        assertThat(Fingerprint.of("")).isZero();
        assertThat(Fingerprint.of("Reef")).isNotZero();
    }
}
