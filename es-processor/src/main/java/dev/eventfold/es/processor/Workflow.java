package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happens in a module: who reacts to what and sends what, and what comes of it. In stable order, so that what is written of it is the
 * same whatever the order of the files.
 *
 * @param modulePackage names the module
 * @param managers its process managers, ordered by stored name
 * @param readers its projections and then its subscribers, each ordered by stored name
 * @param lanes the aggregates that it names, ordered by stored name
 */
record Workflow(String modulePackage, List<ProcessManager> managers, List<EventConsumer<?>> readers, List<Lane> lanes) {
    Workflow {
        managers = List.copyOf(managers);
        readers = List.copyOf(readers);
        lanes = List.copyOf(lanes);
    }

    static Workflow of(String modulePackage, ModuleContents contents) {
        List<ProcessManager> managers = contents.managers().stream()
                .map(contents.eventNames()::current)
                .sorted(Comparator.comparing(ProcessManager::name).thenComparing(ProcessManager::type))
                .toList();
        List<EventConsumer<?>> readers = new ArrayList<>();
        contents.consumers().stream()
                .filter(consumer -> consumer.kind() != ConsumerKind.PROCESS_MANAGER)
                .sorted(Comparator.<EventConsumer<?>, ConsumerKind>comparing(EventConsumer::kind)
                        .thenComparing(EventConsumer::name)
                        .thenComparing(EventConsumer::type))
                .forEach(consumer -> readers.add(contents.eventNames().current(consumer)));
        return new Workflow(modulePackage, managers, readers, Lanes.of(managers, readers, contents));
    }

    List<EventConsumer<?>> readers(ConsumerKind kind) {
        return readers.stream().filter(reader -> reader.kind() == kind).toList();
    }

    Optional<Lane> lane(String aggregate) {
        return lanes.stream().filter(lane -> lane.aggregate().equals(aggregate)).findFirst();
    }

    /** What the key of a reaction is called; empty without one. */
    static Optional<String> keyName(Key key) {
        if (key instanceof Key.Component component) {
            return Optional.of(component.accessor());
        }
        if (key instanceof Key.JsonMember member) {
            return Optional.of(member.name());
        }
        return key instanceof Key.InstanceId ? Optional.of(Api.INSTANCE_ID) : Optional.empty();
    }
}
