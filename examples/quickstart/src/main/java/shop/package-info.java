/** A shop: orders, stock, and the process manager between them. The classes generated for this module live here. */
@EventSourced
package shop;

import dev.eventfold.es.EventSourced;
