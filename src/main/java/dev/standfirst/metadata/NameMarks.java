package dev.standfirst.metadata;

/** What the names that a page gives an element (class, id, rel, itemprop) say of it, as bits. */
final class NameMarks {

    static final int AUTHOR = 1;
    static final int DATE = 2;
    static final int UPDATED = 4;
    static final int PUBLISHED = 8;
    static final int ASIDE = 16;
    static final int HEADLINE = 32;
    static final int NAME = 64;
    static final int LOGO = 128;
    static final int ROLE = 256;

    /** Parts of names, in the languages of those who gave them. */
    private static final NameParts ANYWHERE = new NameParts()
            .and(AUTHOR, "author", "byline", "autor", "auteur", "redakteur", "journalist", "writer", "contributor")
            .and(AUTHOR, "reporter", "verfasser", "forfatter", "skribent", "yazar", "muhabir", "kirjoittaja", "creator")
            .and(AUTHOR, "postedby", "posted-by", "writtenby", "written-by", "published-by", "signature")
            .and(DATE, "date", "datum", "fecha", "publi", "time", "posted", "tarih", "erstell", "dato", "julkaistu")
            .and(UPDATED, "update", "modif", "aktualis", "actualiz", "aggiorn", "revised")
            .and(PUBLISHED, "publish", "pubdate", "posted", "erstell", "veroeffent", "publicat", "release-date")
            .and(PUBLISHED, "release_date", "releasedate", "first-online", "went-live")
            .and(HEADLINE, "headline", "entry-title")
            .and(NAME, "name")
            .and(ROLE, "job", "role", "position", "occupation", "bio", "descr", "twitter", "social", "follow", "locat")
            .and(
                    LOGO, "logo", "icon", "avatar", "emoji", "author", "badge", "flag", "sprite", "pixel", "banner",
                    "advert");

    /** First parts of names that set an element apart from the article. */
    private static final NameParts AT_WORDS = new NameParts()
            .and(ASIDE, "related", "recommend", "recommended", "comment", "sidebar", "footer", "nav", "menu", "popular")
            .and(ASIDE, "trending", "latest", "breadcrumb", "widget", "newsletter", "promo", "teaser", "more", "read")
            .and(ASIDE, "most", "similar", "disqus", "response", "review", "carousel", "cookie", "outbrain", "taboola");

    private static final int LONGEST = 300;

    private NameMarks() {}

    static int of(String names) {
        return names.length() > LONGEST ? 0 : ANYWHERE.anywhere(names) | AT_WORDS.atWords(names);
    }
}
