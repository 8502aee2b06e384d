/** XML as the web has it: the characters of bytes, the elements of broken documents. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.standfirst.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
