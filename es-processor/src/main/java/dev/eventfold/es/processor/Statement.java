package dev.eventfold.es.processor;

/**
 * One place that says to which aggregate something belongs.
 *
 * @param spot the place
 * @param type the class whose annotation it is
 * @param aggregate the stored name that it says
 * @param here whether its source is part of this compilation, so that it can be mended
 */
record Statement(SourceSpot spot, ClassRef type, String aggregate, boolean here) {}
