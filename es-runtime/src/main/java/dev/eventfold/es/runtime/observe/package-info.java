/** What can be seen of a store from outside: flight recordings, the program's listener, log messages. */
@NullMarked
package dev.eventfold.es.runtime.observe;

import org.jspecify.annotations.NullMarked;
