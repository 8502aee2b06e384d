package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody wants to import, and how.
 *
 * @param file where it is
 * @param name what the file is called towards people; not a path
 * @param list name of the list; made where it is not there yet
 * @param actor who imports, kept with every change
 * @param consent how these people agreed to get mail, in the operator's words; kept with each who is added. Empty only
 *     where nothing is to be changed
 * @param optOuts whether people who are marked as having left, bounced or blocked in the file are kept out from now on
 * @param forcedBack addresses in normal form that are brought back though they left or are suppressed
 * @param encoding the encoding of the file, or empty where it is to be found
 */
public record ImportRequest(
        Path file,
        String name,
        String list,
        String actor,
        String consent,
        boolean optOuts,
        Set<String> forcedBack,
        Optional<Charset> encoding) {

    /** The largest file that is taken, in bytes. */
    public static final long LARGEST_FILE = 500_000_000;

    public ImportRequest {
        forcedBack = Set.copyOf(forcedBack);
    }

    /** A file as it is, by nobody in particular. */
    public static ImportRequest of(Path file, String list) {
        return new ImportRequest(file, Survey.name(file), list, "", "", true, Set.of(), Optional.empty());
    }

    /** The same, by somebody. */
    public ImportRequest by(String who) {
        return new ImportRequest(file, name, list, who, consent, optOuts, forcedBack, encoding);
    }

    /** The same, of people who agreed. */
    public ImportRequest agreed(String how) {
        return new ImportRequest(file, name, list, actor, how.strip(), optOuts, forcedBack, encoding);
    }

    /** The same, called otherwise. */
    public ImportRequest called(String fileName) {
        return new ImportRequest(file, fileName, list, actor, consent, optOuts, forcedBack, encoding);
    }

    /** The same; people who are marked as having left are passed over, nothing is kept of them. */
    public ImportRequest withoutOptOuts() {
        return new ImportRequest(file, name, list, actor, consent, false, forcedBack, encoding);
    }

    /** The same, bringing these people back. */
    public ImportRequest forcingBack(Collection<EmailAddress> addresses) {
        Set<String> normals = addresses.stream().map(EmailAddress::normal).collect(Collectors.toSet());
        return new ImportRequest(file, name, list, actor, consent, optOuts, normals, encoding);
    }

    /** The same, in an encoding that somebody named. */
    public ImportRequest in(Charset charset) {
        return new ImportRequest(file, name, list, actor, consent, optOuts, forcedBack, Optional.of(charset));
    }
}
