package dev.standfirst.job;

import dev.standfirst.article.Article;
import dev.standfirst.article.Articles;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.SummaryLength;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

/** Article → summary; several at a time. As many key sentences are kept as any digest may show of one article. */
@Component
class ArticleSummariser implements ItemProcessor<Long, Summarised> {

    private static final SummaryLength LENGTH = new SummaryLength(5, 90);

    private final Articles articles;

    ArticleSummariser(Articles articles) {
        this.articles = articles;
    }

    @Override
    public Summarised process(Long id) {
        Article article = articles.find(id).orElseThrow();
        return new Summarised(id, Summarizer.summarise(article, LENGTH));
    }
}
