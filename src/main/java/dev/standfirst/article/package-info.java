/** Articles: the text of a page, extracted, described and sanitised. */
@ApplicationModule(allowedDependencies = {"source", "fetch", "text", "digest", "xml"})
@NullMarked
package dev.standfirst.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
