package dev.standfirst.job;

import dev.standfirst.summary.Summary;

/** The summary of one stored article. */
record Summarised(long articleId, Summary summary) {}
