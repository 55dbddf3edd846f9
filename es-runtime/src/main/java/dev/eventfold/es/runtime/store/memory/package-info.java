/** The store without a disk: the reference that every other store is compared with. */
@NullMarked
package dev.eventfold.es.runtime.store.memory;

import org.jspecify.annotations.NullMarked;
