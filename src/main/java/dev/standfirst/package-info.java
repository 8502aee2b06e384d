/** Standfirst: new articles in, the sentences that carry them out, by mail, once. */
@NullMarked
package dev.standfirst;

import org.jspecify.annotations.NullMarked;
