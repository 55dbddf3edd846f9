/** The process manager that watches delays and tells airports what to do. */
@NullMarked
package flights.disruption;

import org.jspecify.annotations.NullMarked;
