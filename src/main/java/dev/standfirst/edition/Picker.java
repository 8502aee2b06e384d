package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Picks.Judged;
import dev.standfirst.edition.Picks.LeftOut;
import dev.standfirst.story.News;
import dev.standfirst.story.NewsFinder;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.StoryGrouper;
import dev.standfirst.story.StoryRanker;
import dev.standfirst.story.Told;
import dev.standfirst.story.Unwanted;
import dev.standfirst.text.Fact;
import dev.standfirst.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Articles → the stories that an edition tells, and why the others are left out. New articles are grouped together with
 * those that earlier editions told, so that a story that goes on is known as such.
 */
final class Picker {

    private final Digest digest;
    private final Instant now;
    private final List<Told> told;

    /**
     * Picks for one edition.
     *
     * @param now the time that window and freshness count back from
     * @param told what earlier editions told
     */
    Picker(Digest digest, Instant now, List<Told> told) {
        this.digest = digest;
        this.now = now;
        this.told = told;
    }

    /**
     * Decides.
     *
     * @param candidates the articles that the digest has not used yet
     * @param sources numbers of the sources that they come from
     */
    Picks pick(List<Coverage> candidates, List<Long> sources) {
        Unwanted unwanted = new Unwanted(digest.selection().without());
        List<LeftOut> leftOut = new ArrayList<>();
        List<Coverage> kept = new ArrayList<>();
        for (Coverage candidate : candidates) {
            Optional<LeftOut> left = unwanted.in(candidate)
                    .map(why -> new LeftOut(candidate, Verdict.UNWANTED, why))
                    .or(() -> tooShort(candidate));
            left.ifPresentOrElse(leftOut::add, () -> kept.add(candidate));
        }
        return new Picks(digest.window().map(now::minus), sources, judged(ranked(kept)), leftOut);
    }

    private Optional<LeftOut> tooShort(Coverage candidate) {
        int least = digest.selection().leastWords();
        int words = least == 0 ? 0 : Words.count(candidate.article().text());
        return words >= least
                ? Optional.empty()
                : Optional.of(new LeftOut(candidate, Verdict.TOO_SHORT, Fact.of("fact.too.short", words, least)));
    }

    private List<Ranked> ranked(List<Coverage> candidates) {
        List<Coverage> all = Stream.concat(candidates.stream(), told.stream().map(Told::coverage))
                .toList();
        NewsFinder finder = new NewsFinder(told);
        List<News> news = StoryGrouper.group(all).stream()
                .flatMap(story -> finder.in(story).stream())
                .toList();
        return new StoryRanker(digest, now).rank(news);
    }

    private List<Judged> judged(List<Ranked> ranked) {
        Places places = new Places(digest);
        List<Judged> judged = new ArrayList<>();
        for (Ranked story : ranked) {
            judged.add(
                    story.news().isNothing()
                            ? new Judged(
                                    story,
                                    Verdict.NOTHING_NEW,
                                    story.news().followed().orElseThrow().why())
                            : places.judge(story));
        }
        return places.filledUp(judged);
    }
}
