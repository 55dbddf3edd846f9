package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Collections;
import java.util.List;

/** The types that generated code names, for JavaPoet. */
final class TypeNames {
    static final ClassName AGGREGATE_DEFINITION = spi("AggregateDefinition");
    static final ClassName PROCESS_MANAGER_DEFINITION = spi("ProcessManagerDefinition");
    static final ClassName PROJECTION_DEFINITION = spi("ProjectionDefinition");
    static final ClassName SUBSCRIBER_DEFINITION = spi("SubscriberDefinition");
    static final ClassName GENERATED_MODULE = spi("GeneratedModule");
    static final ClassName EVENTFOLD_GENERATED = spi("EventfoldGenerated");
    static final ClassName COMMAND_TYPE = spi("CommandType");
    static final ClassName EVENT_TYPE = spi("EventType");
    static final ClassName EVOLUTION = spi("Evolution");
    static final ClassName UPCASTER = spi("Upcaster");
    static final ClassName RECEIVED_COMMAND = spi("ReceivedCommand");
    static final ClassName RESULTS = spi("Results");
    static final ClassName KEYS = spi("Keys");
    static final ClassName SUBSCRIPTION = spi("Subscription");
    static final ClassName REJECTION_REACTION = spi("RejectionReaction");
    static final ClassName REJECTED_COMMAND = spi("RejectedCommand");
    static final ClassName TIMEOUT_REACTION = spi("TimeoutReaction");
    static final ClassName FIRED_TIMEOUT = spi("FiredTimeout");
    static final ClassName TIMEOUT_TYPE = spi("TimeoutType");
    static final ClassName SENDS = spi("Sends");
    static final ClassName PAYLOAD_CODEC = spi("PayloadCodec");
    static final ClassName PAYLOAD_INPUT = spi("PayloadInput");
    static final ClassName PAYLOAD_OUTPUT = spi("PayloadOutput");
    static final ClassName MEMBERS = spi("Members");

    static final ClassName COMMAND_ENVELOPE = api("CommandEnvelope");
    static final ClassName COMMAND_CONTEXT = api("CommandContext");
    static final ClassName EVENT_CONTEXT = api("EventContext");
    static final ClassName RECORDED_EVENT = api("RecordedEvent");
    static final ClassName TIMEOUT_NAME = api("TimeoutName");
    static final ClassName EFFECT = api("Effect");
    static final ClassName ON_FAILURE = api("OnFailure");
    static final ClassName START_FROM = api("StartFrom");

    static final ClassName AGGREGATE_STORE = runtime("AggregateStore");
    static final ClassName REPORT = runtime("ProcessManagerReport");
    static final ClassName RUNNING = runtime("RunningProcessManagers");
    static final ClassName RUNNER = ClassName.get(Api.RUNTIME + ".spi", "ProcessManagerRunner");

    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    static final ClassName LIST = ClassName.get(List.class);
    static final ClassName STRING = ClassName.get(String.class);

    private TypeNames() {}

    static ClassName of(ClassRef type) {
        List<String> names = type.simpleNames();
        return ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    static TypeName of(TextForm form) {
        return form.declared().map(found -> of(found.type(), form.generic())).orElseGet(() -> switch (form.scalar()) {
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            default -> ClassName.OBJECT;
        });
    }

    private static TypeName of(ClassRef type, int generic) {
        return generic == 0
                ? of(type)
                : ParameterizedTypeName.get(
                        of(type),
                        Collections.nCopies(generic, WildcardTypeName.subtypeOf(Object.class))
                                .toArray(TypeName[]::new));
    }

    static ParameterizedTypeName listOf(TypeName element) {
        return ParameterizedTypeName.get(LIST, element);
    }

    static ParameterizedTypeName ofAnything(ClassName generic) {
        return ParameterizedTypeName.get(generic, WildcardTypeName.subtypeOf(Object.class));
    }

    private static ClassName spi(String name) {
        return ClassName.get(Api.SPI, name);
    }

    private static ClassName api(String name) {
        return ClassName.get(Api.PACKAGE, name);
    }

    private static ClassName runtime(String name) {
        return ClassName.get(Api.RUNTIME, name);
    }
}
