package dev.standfirst.article;

import dev.standfirst.metadata.PageMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The blocks of a page's article. A strict look first; where that finds hardly anything, more lenient ones: at what is
 * out of sight, and at what browsers show without scripts alone. Where the page tells machines a text that none of them
 * found, that text's own blocks are taken, and the text itself only where the page shows less than half of it.
 */
final class ArticleText {

    private static final int SHORT = 800;
    private static final int LONGER = 2;
    private static final double DISPUTED = 0.5;
    private static final double SETTLED = 0.7;

    private final Document document;
    private final PageMetadata metadata;
    private final Referee referee;

    private ArticleText(Document document, PageMetadata metadata) {
        this.document = document;
        this.metadata = metadata;
        this.referee = new Referee(metadata);
    }

    /**
     * What was found.
     *
     * @param blocks in order; empty where nothing reads like an article
     * @param links of the whole page
     * @param echoes as {@link Echoes} tells
     */
    record Found(List<Block> blocks, List<Element> links, String echoes) {}

    static Found of(Document document, PageMetadata metadata) {
        PageTree tree = PageTree.of(document.body(), false);
        List<Block> blocks = new ArticleText(document, metadata).find(tree);
        return new Found(blocks, tree.links(), Echoes.of(tree.blocks(), blocks));
    }

    private List<Block> find(PageTree tree) {
        List<Block> best = look(tree, false);
        if (Referee.length(best) < SHORT) {
            tree.restore();
            best = longer(best, look(tree, true));
        }
        if (Referee.length(best) < SHORT) {
            best = longer(best, look(PageTree.of(document.body(), true), true));
        }
        return referee.hasOpinion() && referee.held(best) < DISPUTED ? settled(tree, best) : best;
    }

    private List<Block> look(PageTree tree, boolean keepHidden) {
        Boilerplate.drop(tree, keepHidden);
        Optional<Box> content = ContentFinder.find(tree, metadata.title());
        if (content.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = content.get().first(); i <= content.get().last(); i++) {
            if (!tree.blocks().get(i).box().isDropped()) {
                blocks.add(tree.blocks().get(i));
            }
        }
        LineKinds lines = new LineKinds(metadata, tree.descriptions());
        return referee.agreed(Trimming.trim(blocks, content.get(), lines));
    }

    private static List<Block> longer(List<Block> strict, List<Block> lenient) {
        return Referee.length(lenient) > Referee.length(strict) * LONGER ? lenient : strict;
    }

    private List<Block> settled(PageTree tree, List<Block> found) {
        List<Block> known = tree.blocks().stream().filter(referee::knows).toList();
        if (referee.held(known) >= SETTLED) {
            return known;
        }
        return metadata.body().length() > Referee.length(found) * LONGER ? told(tree) : found;
    }

    /** The text for machines as blocks of their own. */
    private List<Block> told(PageTree tree) {
        List<Block> blocks = new ArrayList<>();
        for (String line : metadata.body().split("\\R")) {
            Run run = new Run(false, new ArrayList<>());
            run.add(new TextNode(line));
            Block block = run.take(tree.root(), Block.Kind.PARAGRAPH);
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
