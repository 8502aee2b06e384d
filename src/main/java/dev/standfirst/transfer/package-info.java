/** People in and out as CSV: reading any table of people, checking it, importing, exporting. */
@ApplicationModule(allowedDependencies = {"subscriber", "mail", "text"})
@NullMarked
package dev.standfirst.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
