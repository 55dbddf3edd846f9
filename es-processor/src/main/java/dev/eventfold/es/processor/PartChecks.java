package dev.eventfold.es.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Finds classes among the parts of what is stored that could not be read back: it would be written all the same, and nothing could read it ever
 * after. What carries an annotation of the codec is left to it, and so are classes of other modules.
 */
final class PartChecks implements PartWalk.Visitor {
    private static final String PART = "part of what is stored";

    private final JavaTypes types;
    private final PartWalk walk;
    private final CodecAnnotations annotations;
    private final PlatformParts platform;
    private final Diagnostics diagnostics;

    PartChecks(JavaTypes types, DeclarationReader declarations, Diagnostics diagnostics) {
        this.types = types;
        this.walk = new PartWalk(types, declarations);
        this.annotations = new CodecAnnotations(types);
        this.platform = new PlatformParts(types);
        this.diagnostics = diagnostics;
    }

    /** Checks what a payload or state is made of; the class itself is checked by others, but for the fields that it inherits. */
    void check(TypeElement whole) {
        checkFields(whole);
        if (!annotations.concern(whole)) {
            walk.through(whole, this);
        }
    }

    /** Checks a class that something stored is read into. */
    void checkPart(TypeElement part) {
        walk.into(part, this);
    }

    @Override
    public boolean enters(TypeElement part) {
        boolean isPlain = !annotations.concern(part) && isReadable(part);
        if (isPlain) {
            checkFields(part);
        }
        return isPlain;
    }

    @Override
    public boolean visit(Element member, List<Held> views) {
        Set<TypeElement> told = new HashSet<>();
        for (Held view : views) {
            for (DeclaredType type : view.types()) {
                types.element(type)
                        .filter(told::add)
                        .ifPresent(part -> platform.obstacle(part).ifPresent(why -> report(part, why, view.spot())));
            }
        }
        return true;
    }

    private void report(TypeElement part, String why, SourceSpot spot) {
        diagnostics.reportOnce(spot, Problem.WRONG_PAYLOAD, part.getSimpleName(), PART, why);
    }

    private boolean isReadable(TypeElement part) {
        Optional<String> obstacle = obstacle(part);
        obstacle.ifPresent(why -> report(part, why, SourceSpot.of(types.ref(part))));
        return obstacle.isEmpty();
    }

    private static Optional<String> obstacle(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD && type.getKind() != ElementKind.CLASS) {
            return Optional.of(
                    "an interface, and which class it was is not stored. Use a record, or say it with @JsonTypeInfo");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(
                    "abstract, and which class it was is not stored. Use a record, or say it with @JsonTypeInfo");
        }
        return PayloadChecks.obstacleToReading(type);
    }

    private void checkFields(TypeElement type) {
        for (TypeElement owner : type.getKind() == ElementKind.CLASS ? walk.classes(type) : List.<TypeElement>of()) {
            PayloadChecks.finalField(owner).ifPresent(field -> report(field, owner, type));
        }
    }

    private void report(VariableElement field, TypeElement owner, TypeElement type) {
        diagnostics.reportOnce(
                walk.spot(field, type), Problem.FINAL_STATE, field.getSimpleName(), owner.getSimpleName());
    }
}
