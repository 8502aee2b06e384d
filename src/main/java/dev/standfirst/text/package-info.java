/** Plain text: sentences with their offsets, words, language, links to a place in a text. No Spring, no I/O. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.standfirst.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
