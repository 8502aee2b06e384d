package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.Subscription.Status;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Places on lists. A place is made once and stays: leaving changes its status, so that nothing but the person's own
 * will brings it back. Every change is kept in the {@link History}.
 */
@Repository
public class Subscriptions {

    private final JdbcClient jdbc;
    private final Race race;
    private final Lists lists;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final History history;
    private final ObjectProvider<Leaving> leaving;
    private final Clock clock;
    private final Joins joins;
    private final Reach reach;

    Subscriptions(
            JdbcClient jdbc,
            Race race,
            Lists lists,
            Subscribers subscribers,
            Suppressions suppressions,
            History history,
            ObjectProvider<Leaving> leaving,
            Clock clock) {
        this.jdbc = jdbc;
        this.race = race;
        this.lists = lists;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.history = history;
        this.leaving = leaving;
        this.clock = clock;
        this.joins = new Joins(jdbc, clock);
        this.reach = new Reach(jdbc, clock);
    }

    /**
     * Puts a person on a list, on somebody else's word: by hand, by an import, by a program. Who left stays away, who
     * is suppressed as well.
     *
     * @param list name of the list; made where it is not there yet
     * @param name may be empty; a name that is given replaces the one that is kept
     */
    @Undivided
    public Addition add(String list, EmailAddress address, String name, Reason reason) {
        MailingList target = lists.require(list);
        Addition outcome = foresee(list, address, name);
        if (outcome instanceof Addition.Added && !place(target, address, name, Status.CONFIRMED, reason)) {
            // Somebody else made it in this moment, and may have made it otherwise.
            outcome = foresee(list, address, name);
        }
        if (outcome instanceof Addition.AlreadyThere there) {
            // Who is erased in this moment is there no more, and nothing is left to change.
            Optional<Subscription> known = find(list, address);
            known.ifPresent(one -> change(one.id(), Status.CONFIRMED, Event.ADDED, reason));
            known.filter(one -> there.renamed()).ifPresent(one -> subscribers.rename(one.subscriberId(), name, reason));
        }
        return outcome;
    }

    /** What {@link #add} would come to; changes nothing. */
    public Addition foresee(String list, EmailAddress address, String name) {
        Optional<Suppressions.Suppression> suppressed = suppressions.find(address);
        if (suppressed.isPresent()) {
            return new Addition.Suppressed(suppressed.get());
        }
        Optional<Subscription> there = find(list, address);
        if (there.isEmpty()) {
            return new Addition.Added();
        }
        String tidy = Subscribers.tidy(name);
        return there.get().status() == Status.UNSUBSCRIBED
                ? new Addition.Left(there.get().changedAt())
                : new Addition.AlreadyThere(
                        !tidy.isEmpty() && !tidy.equals(there.get().name()));
    }

    /**
     * Notes that somebody, perhaps not the person, asked for a place on a list. Nothing is mailed there before
     * {@link #confirm}.
     *
     * @return the place: new and unconfirmed, or as it was before
     */
    @Undivided
    public Subscription ask(MailingList list, EmailAddress address, Reason reason) {
        Optional<Subscription> there = find(list.name(), address);
        if (there.isPresent() || !place(list, address, "", Status.UNCONFIRMED, reason)) {
            Subscription known = there.or(() -> find(list.name(), address)).orElseThrow();
            history.record(known.subscriberId(), list.id(), Event.ASKED, reason);
            return known;
        }
        return find(list.name(), address).orElseThrow();
    }

    /**
     * The person's own mailbox confirmed the place: from now on editions go there. An erasure of the past is forgotten;
     * who had left, this list or another one, joined now.
     *
     * @return whether it changed anything
     */
    @Undivided
    public boolean confirm(long id, Reason reason) {
        Optional<Subscription> known = find(id);
        known.ifPresent(subscription -> suppressions.forgetErasure(subscription.address()));
        if (change(id, Status.CONFIRMED, Event.CONFIRMED, reason)) {
            known.filter(Subscription::hasLeft).ifPresent(left -> joins.anew(id));
            return true;
        }
        boolean again = joins.anewAfterLeavingAnother(id);
        if (again) {
            history.recordPlace(id, Event.CONFIRMED, reason);
        }
        return again;
    }

    /**
     * Ends a subscription: from now on nothing is sent, also of an edition that is going out.
     *
     * @return whether it changed anything
     */
    @Undivided
    public boolean leave(long id, Reason reason) {
        return change(id, Status.UNSUBSCRIBED, Event.LEFT, reason);
    }

    /**
     * Takes a person who left back, because the person asks for it; the person joined now.
     *
     * @return whether the person had left
     */
    @Undivided
    public boolean bringBack(long id, Reason reason) {
        boolean back = undo(id, reason);
        if (back) {
            joins.anew(id);
        }
        return back;
    }

    /**
     * Takes back that a person left: as if it had not been, but for the history.
     *
     * @return whether the person had left
     */
    @Undivided
    public boolean undo(long id, Reason reason) {
        return find(id).filter(Subscription::hasLeft).isPresent()
                && change(id, Status.CONFIRMED, Event.CAME_BACK, reason);
    }

    /** Sets when and what a person gets, from the next edition that is composed. */
    @Undivided
    public void choose(long id, Preferences preferences, Reason reason) {
        int chosen = jdbc.sql("update subscription set version = version + 1, " + PreferenceColumns.ASSIGNMENTS
                        + " where id = :id")
                .params(PreferenceColumns.parameters(preferences))
                .param("id", id)
                .update();
        if (chosen == 0) {
            throw new NoSuchElementException("there is no subscription " + id);
        }
        history.recordPlace(id, Event.CHOSE, reason);
    }

    /** A person's place on a list. */
    public Optional<Subscription> find(String list, EmailAddress address) {
        if (!Lists.isName(list)) {
            return Optional.empty();
        }
        return jdbc.sql(Subscription.SELECT + " where l.name = ? and u.normal = ?")
                .params(list, address.normal())
                .query(Subscription::of)
                .optional();
    }

    /** A subscription by its number. */
    public Optional<Subscription> find(long id) {
        return jdbc.sql(Subscription.SELECT + " where s.id = ?")
                .param(id)
                .query(Subscription::of)
                .optional();
    }

    /** All places of a person, by the names of the lists. */
    public List<Subscription> of(long subscriberId) {
        return jdbc.sql(Subscription.SELECT + " where s.subscriber_id = ? order by l.name")
                .param(subscriberId)
                .query(Subscription::of)
                .list();
    }

    /**
     * The next page of a list, in the order in which people came.
     *
     * @param after number of the last subscription of the page before, or 0
     */
    public List<Subscription> page(String list, long after, int limit) {
        if (!Lists.isName(list)) {
            return List.of();
        }
        return jdbc.sql(Subscription.SELECT + " where l.name = ? and s.id > ? order by s.id limit ?")
                .params(list, after, limit)
                .query(Subscription::of)
                .list();
    }

    /**
     * The next page of the places that a filter finds, in the order in which they were made. Fields of places, such as
     * {@code status}, are about each place itself.
     *
     * @param after number of the last subscription of the page before, or 0
     */
    public List<Subscription> page(Filter filter, long after, int limit) {
        FilterSql condition = FilterSql.ofPlaces(filter);
        return jdbc.sql(Subscription.SELECT + " where s.id > :after and " + condition.text()
                        + " order by s.id limit :limit")
                .params(condition.values())
                .param("after", after)
                .param("limit", limit)
                .query(Subscription::of)
                .list();
    }

    /**
     * How many people the lists reach together: confirmed on one of them at least, and not suppressed. Over 50,000 it
     * may be the number of half a minute ago.
     *
     * @param names of the lists, at least one
     */
    public long reach(List<String> names) {
        return reach.of(names);
    }

    /** Makes a place; false where somebody else made it in this moment. */
    private boolean place(MailingList list, EmailAddress address, String name, Status status, Reason reason) {
        Subscriber person = subscribers.require(address, name);
        if (!name.isBlank()) {
            subscribers.rename(person.id(), name, reason);
        }
        boolean made = race.insert(jdbc.sql("""
                insert into subscription (list_id, subscriber_id, status, since, changed_at, cause)
                values (:list, :person, :status, :now, :now, :cause)
                """)
                .param("list", list.id())
                .param("person", person.id())
                .param("status", status.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("cause", reason.cause()));
        if (made) {
            history.record(person.id(), list.id(), status == Status.CONFIRMED ? Event.ADDED : Event.ASKED, reason);
        }
        return made;
    }

    private boolean change(long id, Status status, Event event, Reason reason) {
        boolean changed = jdbc.sql("""
                        update subscription set status = :status, changed_at = :now, cause = :cause,
                               version = version + 1
                        where id = :id and status <> :status
                        """)
                        .param("status", status.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("cause", reason.cause())
                        .param("id", id)
                        .update()
                == 1;
        if (changed) {
            history.recordPlace(id, event, reason);
        }
        if (changed && status == Status.UNSUBSCRIBED) {
            leaving.forEach(one -> one.left(id));
        }
        if (changed && event == Event.CAME_BACK) {
            leaving.forEach(one -> one.takenBack(id));
        }
        return changed;
    }
}
