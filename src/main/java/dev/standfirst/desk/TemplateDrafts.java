package dev.standfirst.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The latest previews of templates that are not saved, for the frames that show them. Gone with the process. */
@Component
class TemplateDrafts {

    private static final int MOST = 20;

    private final Map<String, String> mails = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** Keeps a mail for a while and gives the name by which it is found. */
    synchronized String keep(String html) {
        String name = UUID.randomUUID().toString();
        mails.put(name, html);
        return name;
    }

    synchronized Optional<String> find(String name) {
        return Optional.ofNullable(mails.get(name));
    }
}
