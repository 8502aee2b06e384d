package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.Role;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.subscriber.Lists;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose people somebody may see and change: an owner all, an editor those on the lists of the digests that are the
 * editor's. Other lists and other people are to an editor as if they were not there.
 */
@Component
class OwnLists {

    private final Lists lists;
    private final DigestFiles files;

    OwnLists(Lists lists, @Value("${standfirst.home}") Path home) {
        this.lists = lists;
        this.files = new DigestFiles(home);
    }

    /** Their names, sorted; also of such as a digest names and nobody is on yet. */
    List<String> of(Call call) {
        Account account = call.account().orElseThrow();
        TreeSet<String> names = new TreeSet<>();
        for (String digest : files.names()) {
            if (account.edits(digest) && files.load(digest) instanceof DigestResult.Loaded loaded) {
                names.addAll(loaded.digest().audience().lists());
            }
        }
        if (account.role().covers(Role.OWNER)) {
            names.addAll(lists.names());
        }
        return List.copyOf(names);
    }

    /** Whether one is among them; also one that is not there yet, as of a program's import, is an owner's. */
    boolean include(Call call, String list) {
        return call.isOwner() || of(call).contains(list);
    }

    /** Digests that are mailed to a list, whoever edits them. */
    List<Digest> mailedTo(String list) {
        return files.names().stream()
                .map(files::load)
                .filter(DigestResult.Loaded.class::isInstance)
                .map(result -> ((DigestResult.Loaded) result).digest())
                .filter(digest -> digest.audience().lists().contains(list))
                .toList();
    }
}
