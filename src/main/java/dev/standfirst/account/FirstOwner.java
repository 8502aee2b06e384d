package dev.standfirst.account;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The first account: without one nobody gets in, and without a way in nobody makes one. */
@Component
public class FirstOwner {

    /** What it is called. */
    static final String NAME = "owner";

    private final Accounts accounts;
    private final SignIns signIns;

    FirstOwner(Accounts accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /** The secret of a link that signs the first owner in, made while nobody has ever signed in; empty from then on. */
    public Optional<String> link() {
        if (accounts.all().isEmpty()) {
            accounts.add(NAME, Role.OWNER, Set.of());
        }
        boolean known =
                accounts.all().stream().anyMatch(account -> account.seen().isPresent());
        return known ? Optional.empty() : accounts.find(NAME).map(signIns::link);
    }
}
