/** Articles: the text of a page, extracted, described and sanitised. */
@ApplicationModule(allowedDependencies = {"metadata", "source", "fetch", "xml", "text", "digest"})
@NullMarked
package dev.standfirst.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
