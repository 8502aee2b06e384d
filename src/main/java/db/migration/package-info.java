/** Steps of the schema that one text for H2 and PostgreSQL cannot take; Flyway finds them beside the others. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
