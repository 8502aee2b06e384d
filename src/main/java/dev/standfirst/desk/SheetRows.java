package dev.standfirst.desk;

import dev.standfirst.digest.Draft;
import dev.standfirst.digest.Draft.Row;
import dev.standfirst.digest.FeedList;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.FeedFinder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** The buttons of a digest's form that add rows to it: empty ones, feeds of a page, feeds of a list. */
@Component
class SheetRows {

    private static final int OFFERED = 10;

    private final FeedFinder finder;

    /** A host may let wait for its turn; the pages of others go on meanwhile. */
    private final Semaphore turns = new Semaphore(2);

    SheetRows(FeedFinder finder) {
        this.finder = finder;
    }

    /**
     * What a button made of a form.
     *
     * @param more for the page: feeds that are offered
     */
    record Changed(Draft draft, Map<String, String> errors, Map<String, Object> more) {

        Map<String, Object> model() {
            Map<String, Object> model = new HashMap<>(more);
            model.put("errors", errors);
            return model;
        }

        private static Changed error(Draft draft, String field, String message) {
            return new Changed(draft, Map.of(field, message), Map.of());
        }
    }

    Changed change(Call call, String act, Draft draft) {
        if (act.equals("find")) {
            return find(call, draft);
        }
        if (act.equals("opml")) {
            return list(call, draft);
        }
        if (act.startsWith("take.")) {
            String number = act.substring("take.".length());
            Row row = row(
                    call.form().text("found." + number + ".name"),
                    call.form().text("found." + number + ".address"),
                    "");
            return with(call, draft, List.of(row), "page");
        }
        return new Changed(added(act, draft), Map.of(), Map.of());
    }

    Draft added(String act, Draft draft) {
        Row empty = new Row(-1, Map.of(), Map.of());
        if (act.equals("add.source") && draft.sources().size() < DraftForm.SOURCES) {
            return sources(draft, List.of(row("", "", "")));
        }
        if (act.equals("add.topic") && draft.topics().size() < DraftForm.TOPICS) {
            List<Row> topics = new ArrayList<>(draft.topics());
            topics.add(empty);
            return new Draft(draft.values(), draft.lists(), draft.sources(), topics);
        }
        return draft;
    }

    private Changed find(Call call, Draft draft) {
        String page = call.form().text("page");
        if (page.isEmpty() || page.length() > 2000) {
            return Changed.error(draft, "page", call.say("editor.find.none"));
        }
        if (!turns.tryAcquire()) {
            return Changed.error(draft, "page", call.say("editor.find.busy"));
        }
        try {
            return found(call, draft, finder.find(page));
        } finally {
            turns.release();
        }
    }

    private static Changed found(Call call, Draft draft, FeedFinder.Result result) {
        if (result instanceof FeedFinder.Result.None none) {
            return Changed.error(draft, "page", call.say("editor.find.no", none.reason()));
        }
        List<FeedFinder.Named> feeds = ((FeedFinder.Result.Found) result).feeds();
        if (feeds.size() == 1) {
            FeedFinder.Named feed = feeds.get(0);
            return with(call, draft, List.of(row(feed.name(), feed.address().toString(), "")), "page");
        }
        List<Map<String, Object>> offered = feeds.stream()
                .limit(OFFERED)
                .<Map<String, Object>>map(feed ->
                        Map.of("name", feed.name(), "address", feed.address().toString()))
                .toList();
        return new Changed(draft, Map.of(), Map.of("found", offered));
    }

    private static Changed list(Call call, Draft draft) {
        FeedList list = FeedList.of(call.form().lines("opml").getBytes(StandardCharsets.UTF_8));
        if (list instanceof FeedList.Unusable unusable) {
            return Changed.error(draft, "opml", call.say("editor.opml.no", unusable.what()));
        }
        List<Row> rows =
                ((FeedList.Feeds) list).sources().stream().map(SheetRows::row).toList();
        return with(call, draft, rows, "opml");
    }

    private static Row row(SourceSpec feed) {
        return row(feed.name(), feed.location().toString(), feed.topic());
    }

    private static Row row(String name, String address, String topic) {
        return new Row(
                -1, Map.of("name", name, "kind", "feed", "address", address, "topic", topic, "weight", ""), Map.of());
    }

    /** Feeds that are there already are not taken twice. */
    private static Changed with(Call call, Draft draft, List<Row> rows, String field) {
        List<String> known =
                draft.sources().stream().map(row -> row.value("address")).toList();
        List<Row> fresh = rows.stream()
                .filter(row -> !known.contains(row.value("address")))
                .toList();
        if (fresh.isEmpty()) {
            return Changed.error(draft, field, call.say("editor.known"));
        }
        if (known.size() + fresh.size() > DraftForm.SOURCES) {
            return Changed.error(draft, field, call.say("editor.many", DraftForm.SOURCES));
        }
        Map<String, Object> more = new HashMap<>();
        more.put("said", call.say("editor.added", fresh.size()));
        return new Changed(sources(draft, fresh), Map.of(), more);
    }

    private static Draft sources(Draft draft, List<Row> more) {
        List<Row> sources = new ArrayList<>(draft.sources());
        sources.addAll(more);
        return new Draft(draft.values(), draft.lists(), sources, draft.topics());
    }
}
