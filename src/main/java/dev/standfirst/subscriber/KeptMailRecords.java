package dev.standfirst.subscriber;

import dev.standfirst.mail.KeptMails;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The mails to a person that are files on this machine: of the built-in mailbox and of dry runs. */
@Component
class KeptMailRecords implements PersonalRecords {

    private final KeptMails mails;

    KeptMailRecords(KeptMails mails) {
        this.mails = mails;
    }

    @Override
    public Map<String, Object> of(Person person) {
        List<String> names = mails.to(person.address());
        return names.isEmpty() ? Map.of() : Map.of("mailFiles", names);
    }

    @Override
    public void erase(Person person) {
        mails.forget(person.address());
    }
}
