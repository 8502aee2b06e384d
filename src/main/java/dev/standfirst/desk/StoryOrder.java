package dev.standfirst.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * Stories in the order in which somebody wants them told, each by the number of the article that leads it. Nothing is
 * kept between two looks at the form: it carries the order.
 */
record StoryOrder(List<Long> stories) {

    StoryOrder {
        stories = List.copyOf(stories);
    }

    /** As a form carries it; what is no number, or is there twice, is passed over. */
    static StoryOrder of(List<String> values) {
        return new StoryOrder(values.stream()
                .flatMap(value -> Numbers.of(value).stream())
                .distinct()
                .toList());
    }

    /**
     * After a button was pressed.
     *
     * @param act {@code up:12}, {@code down:12}, {@code out:12} or {@code in:12}; nothing changes by any other
     */
    StoryOrder after(String act) {
        int colon = act.indexOf(':');
        long story = colon < 0 ? 0 : Numbers.of(act.substring(colon + 1)).orElse(0L);
        if (story == 0) {
            return this;
        }
        return switch (act.substring(0, colon)) {
            case "up" -> moved(story, -1);
            case "down" -> moved(story, 1);
            case "out" ->
                new StoryOrder(stories.stream().filter(one -> one != story).toList());
            case "in" -> added(story);
            default -> this;
        };
    }

    private StoryOrder moved(long story, int by) {
        int from = stories.indexOf(story);
        int to = from + by;
        if (from < 0 || to < 0 || to >= stories.size()) {
            return this;
        }
        List<Long> moved = new ArrayList<>(stories);
        moved.add(to, moved.remove(from));
        return new StoryOrder(moved);
    }

    private StoryOrder added(long story) {
        List<Long> more = new ArrayList<>(stories);
        if (!more.contains(story)) {
            more.add(story);
        }
        return new StoryOrder(more);
    }
}
