package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Reads the commands that an annotation says are sent. */
final class SendsReader {
    private static final String SENDS = "sends";

    private final JavaTypes types;
    private final PayloadReader payloads;
    private final UnmarkedTypes unmarked;
    private final Diagnostics diagnostics;

    SendsReader(Readers shared) {
        this.types = shared.types();
        this.payloads = shared.payloads();
        this.unmarked = shared.unmarked();
        this.diagnostics = shared.diagnostics();
    }

    /** Of a method: what is void or returns timeouts alone sends nothing, and what does not say is not known. */
    Sends read(ExecutableElement method, Annotations values, SourceSpot spot) {
        List<Sent> named = named(values, spot);
        if (method.getReturnType().getKind() != TypeKind.VOID) {
            boolean isKnown = values.gives(SENDS) || isTimeout(method.getReturnType());
            return isKnown ? Sends.only(named) : Sends.unknown();
        }
        if (!values.types(SENDS).isEmpty()) {
            diagnostics.report(spot.value(SENDS), Problem.SENDS_NOTHING, method.getSimpleName());
        }
        return Sends.only(List.of());
    }

    /** A timeout, or several of them. */
    private static boolean isTimeout(TypeMirror result) {
        if (result instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && isTimeout(wildcard.getExtendsBound());
        }
        return result instanceof DeclaredType declared
                && (((TypeElement) declared.asElement()).getQualifiedName().contentEquals(Api.TIMEOUT)
                        || declared.getTypeArguments().stream().anyMatch(SendsReader::isTimeout));
    }

    List<Sent> named(Annotations values, SourceSpot spot) {
        List<Sent> named = new ArrayList<>();
        List<TypeMirror> given = values.types(SENDS);
        for (int at = 0; at < given.size(); at++) {
            SourceSpot place = spot.value(SENDS).item(at);
            Optional<PayloadType> command = payloads.read(Kind.COMMAND, given.get(at));
            if (command.isEmpty()) {
                reportNoCommand(given.get(at), place);
            }
            command.map(found -> new Sent(found, place)).ifPresent(named::add);
        }
        return named;
    }

    private void reportNoCommand(TypeMirror type, SourceSpot spot) {
        boolean event = payloads.read(Kind.EVENT, type).isPresent();
        String by = "sends of " + spot.name().substring(spot.name().lastIndexOf('.') + 1);
        diagnostics.report(
                spot,
                unmarked.cause(type, Kind.COMMAND, Optional.empty(), by),
                Problem.NOT_A_COMMAND,
                types.text(type),
                event ? "an event" : "no command");
    }
}
