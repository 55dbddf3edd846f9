package trip;

import dev.eventfold.es.spi.EventfoldGenerated;
import javax.annotation.processing.Generated;

/** Says which command is for which instance. Generated from the commands of this module; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated
public final class Commands {
    private Commands() {}
}
