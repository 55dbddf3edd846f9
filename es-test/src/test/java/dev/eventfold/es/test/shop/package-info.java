/** The program of DESIGN §2, in a few lines: what the fixtures are tried on. */
@EventSourced
package dev.eventfold.es.test.shop;

import dev.eventfold.es.EventSourced;
