package dev.standfirst.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element with a place of its own on the page, and counts of what it holds. Boxes make a tree that leaves inline
 * markup out.
 */
final class Box {

    private final Element element;
    private final @Nullable Box parent;
    private final ElementNames names;
    private final List<Box> children = new ArrayList<>();
    private int images;
    private int first;
    private int last;
    private int blocks;
    private int words;
    private int text;
    private int linked;
    private int prose;
    private int paragraphs;
    private boolean dropped;

    Box(Element element, @Nullable Box parent, ElementNames names) {
        this.element = element;
        this.parent = parent;
        this.names = names;
        if (parent != null) {
            parent.children.add(this);
        }
        forget();
    }

    Element element() {
        return element;
    }

    /** Name of its element, in lower case. */
    String tag() {
        return element.normalName();
    }

    boolean isTag(String name) {
        return tag().equals(name);
    }

    @Nullable
    Box parent() {
        return parent;
    }

    ElementNames names() {
        return names;
    }

    List<Box> children() {
        return children;
    }

    /** Pictures and players in it. */
    int images() {
        return images;
    }

    /** Number of its first block; greater than {@link #last} where it holds none. */
    int first() {
        return first;
    }

    /** Number of its last block; -1 where it holds none. */
    int last() {
        return last;
    }

    /** Blocks in it. */
    int blocks() {
        return blocks;
    }

    /** Words in it. */
    int words() {
        return words;
    }

    /** Characters of text in it. */
    int text() {
        return text;
    }

    /** Characters of links in it. */
    int linked() {
        return linked;
    }

    /** Characters of running text in it that are no links, without what was dropped. */
    int prose() {
        return prose;
    }

    /** How many blocks of running text it holds, without what was dropped. */
    int paragraphs() {
        return paragraphs;
    }

    /** Counts a picture in this box and in all that hold it. */
    void countImage() {
        for (Box box = this; box != null; box = box.parent) {
            box.images++;
        }
    }

    /** Counts a block in this box and in all that hold it. */
    void count(Block block, int number) {
        int running = block.prose();
        for (Box box = this; box != null; box = box.parent) {
            box.first = Math.min(box.first, number);
            box.last = Math.max(box.last, number);
            box.blocks++;
            box.words += block.words();
            box.text += block.text().length();
            box.linked += block.linked();
            box.prose += running;
            box.paragraphs += running > 0 ? 1 : 0;
        }
    }

    /** Sets all counts but that of pictures to nothing, here and below. */
    void forget() {
        first = Integer.MAX_VALUE;
        last = -1;
        blocks = 0;
        words = 0;
        text = 0;
        linked = 0;
        prose = 0;
        paragraphs = 0;
        dropped = false;
        children.forEach(Box::forget);
    }

    /** Takes it out of what is weighed, with all that it holds. Boxes are dropped from the top down. */
    void drop() {
        if (!dropped) {
            dropped = true;
            for (Box box = parent; box != null; box = box.parent) {
                box.prose -= prose;
                box.paragraphs -= paragraphs;
            }
        }
    }

    /** Whether it or a box that holds it was dropped. */
    boolean isDropped() {
        for (Box box = this; box != null; box = box.parent) {
            if (box.dropped) {
                return true;
            }
        }
        return false;
    }
}
