/** What a page says of its article: title, authors, day, language, picture, address, and the text it tells machines. */
@ApplicationModule(allowedDependencies = {"source", "fetch", "xml", "text", "digest"})
@NullMarked
package dev.standfirst.metadata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
