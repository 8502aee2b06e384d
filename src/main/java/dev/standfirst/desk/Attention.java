package dev.standfirst.desk;

import dev.standfirst.account.Role;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The way through the desk, with how much waits behind each door. */
@Component
class Attention {

    private final ApprovalRecords approvals;
    private final Sources sources;

    Attention(ApprovalRecords approvals, Sources sources) {
        this.approvals = approvals;
        this.sources = sources;
    }

    List<Map<String, Object>> nav(Call call) {
        List<Map<String, Object>> doors = new ArrayList<>();
        doors.add(door(call, "/", "overview", 0, ""));
        doors.add(door(call, "/digests", "digests", 0, ""));
        doors.add(door(call, "/editions", "editions", approvals.waiting().size(), "warn"));
        doors.add(door(call, "/runs", "runs", 0, ""));
        doors.add(door(call, "/sources", "sources", sources.failing(), "bad"));
        if (is(call, Role.EDITOR)) {
            doors.add(door(call, "/people", "people", 0, ""));
            doors.add(door(call, "/lists", "lists", 0, ""));
            doors.add(door(call, "/imports", "imports", 0, ""));
        }
        if (is(call, Role.OWNER)) {
            doors.add(door(call, "/mailbox", "mailbox", 0, ""));
            doors.add(door(call, "/templates", "templates", 0, ""));
            doors.add(door(call, "/settings", "settings", 0, ""));
        }
        return doors;
    }

    private static boolean is(Call call, Role role) {
        return call.account().filter(account -> account.role().covers(role)).isPresent();
    }

    private static Map<String, Object> door(Call call, String path, String key, long count, String kind) {
        boolean here = path.equals("/")
                ? call.path().equals("/")
                : call.path().startsWith(path)
                        || (path.equals("/people") && call.path().startsWith("/suppressed"));
        return Map.of(
                "path", path,
                "name", call.say("nav." + key),
                "here", here,
                "count", count,
                "kind", kind,
                "words", count == 0 ? "" : call.say("nav." + key + ".count", count));
    }
}
