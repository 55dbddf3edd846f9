package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Sends;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
import java.time.Instant;
import java.util.List;

/** What an instance reacts to, and what that means for its life. */
sealed interface Occasion {
    /** The event that it is, or is told by; with the key of the instance. */
    EventInHand event();

    /** The time that delays count from. */
    default Instant time() {
        return event().time();
    }

    /** Whether it begins an instance that does not live. */
    boolean starts();

    /** Whether the instance is over after it. */
    boolean ends();

    /** The commands that the reaction says it sends. */
    Sends sends();

    /** What it is, and the annotation of the method that reacts to it; for messages. */
    String place();

    /** Folds it into the state, where the class says how. */
    <P> P apply(ProcessManagerDefinition<P> definition, P state);

    /** Reacts to it. */
    <P> List<Effect> react(ProcessManagerDefinition<P> definition, P state);

    /**
     * An event that is subscribed to.
     *
     * @param event the event
     * @param subscription the narrowest that matches it
     */
    record OfEvent(EventInHand event, Subscription subscription) implements Occasion {
        @Override
        public boolean starts() {
            return subscription.starts();
        }

        @Override
        public boolean ends() {
            return subscription.ends();
        }

        @Override
        public Sends sends() {
            return subscription.sends();
        }

        @Override
        public String place() {
            return "reactsTo=" + subscription.aggregate() + "/" + subscription.event() + ", annotation=@Reacts";
        }

        @Override
        public <P> P apply(ProcessManagerDefinition<P> definition, P state) {
            return definition.apply(state, event);
        }

        @Override
        public <P> List<Effect> react(ProcessManagerDefinition<P> definition, P state) {
            return definition.react(state, event);
        }
    }

    /**
     * The rejection of a command that the instance sent.
     *
     * @param event says so
     * @param rejected the command
     * @param reaction what answers it
     */
    record OfRejection(EventInHand event, LoggedRejection rejected, RejectionReaction reaction) implements Occasion {
        @Override
        public boolean starts() {
            return false;
        }

        @Override
        public boolean ends() {
            return reaction.ends();
        }

        @Override
        public Sends sends() {
            return reaction.sends();
        }

        @Override
        public String place() {
            return "reactsTo=rejection of " + reaction.aggregate() + "/" + reaction.command()
                    + ", annotation=@OnRejection";
        }

        @Override
        public <P> P apply(ProcessManagerDefinition<P> definition, P state) {
            return state;
        }

        @Override
        public <P> List<Effect> react(ProcessManagerDefinition<P> definition, P state) {
            return definition.reactToRejection(state, rejected);
        }
    }

    /**
     * A timeout of the instance that is due.
     *
     * @param event says so
     * @param timeout the timeout
     * @param reaction what answers it
     */
    record OfTimeout(EventInHand event, LoggedTimeout timeout, TimeoutReaction reaction) implements Occasion {
        @Override
        public Instant time() {
            return timeout.time();
        }

        @Override
        public boolean starts() {
            return false;
        }

        @Override
        public boolean ends() {
            return reaction.ends();
        }

        @Override
        public Sends sends() {
            return reaction.sends();
        }

        @Override
        public String place() {
            return "reactsTo=timeout " + reaction.name() + ", annotation=@OnTimeout";
        }

        @Override
        public <P> P apply(ProcessManagerDefinition<P> definition, P state) {
            return state;
        }

        @Override
        public <P> List<Effect> react(ProcessManagerDefinition<P> definition, P state) {
            return definition.reactToTimeout(state, timeout);
        }
    }
}
