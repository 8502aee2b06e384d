package dev.standfirst.source;

import java.util.regex.Pattern;

/** Parameters of an address that only tell where a reader came from. */
public final class TrackingParameters {

    private static final Pattern NAMES = Pattern.compile(
            "(?:utm_|at_|ns_|pk_|mtm_|hsa_|wt_|wt\\.|ga_|itm_|stm_|oly_|vero_|__hs|mkt_)[\\w.-]{1,40}"
                    + "|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|srsltid|mc_[ce]id"
                    + "|_hsenc|_hsmi|_ga|_gl|cmpid|cmp|icid|ito|ocid|xtor|ref|ref_src|ref_url|referrer|referer|smid|smtyp|spm|maca"
                    + "|ncid|s_cid|sr_share|guccounter|guce_referrer|guce_referrer_sig|traffic_source"
                    + "|ftag|soc_src|soc_trk|__twitter_impression|link_source",
            Pattern.CASE_INSENSITIVE);

    private TrackingParameters() {}

    /**
     * Whether a parameter is one of them.
     *
     * @param name of the parameter, as it is written
     */
    public static boolean contain(String name) {
        return NAMES.matcher(name).matches();
    }
}
