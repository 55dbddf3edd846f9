package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds maps in what is stored whose keys have no text that can be read back. What carries an annotation of the codec is left to it, and so are
 * classes of other modules.
 */
final class MapKeyChecks implements PartWalk.Visitor {
    private static final Set<String> INTEGERS =
            Set.of("java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

    private final JavaTypes types;
    private final TextFormReader forms;
    private final PartWalk walk;
    private final Diagnostics diagnostics;

    MapKeyChecks(JavaTypes types, TextFormReader forms, DeclarationReader declarations, Diagnostics diagnostics) {
        this.types = types;
        this.forms = forms;
        this.walk = new PartWalk(types, declarations);
        this.diagnostics = diagnostics;
    }

    /** Checks what is stored of a class, and of the classes that it is made of. */
    void check(TypeElement type) {
        walk.into(type, this);
    }

    @Override
    public boolean enters(TypeElement part) {
        return !CodecAnnotations.concernWhole(part);
    }

    @Override
    public boolean visit(Element member, List<Held> views) {
        if (!(member.getEnclosingElement() instanceof TypeElement owner)
                || CodecAnnotations.concernWhole(owner)
                || CodecAnnotations.isMarked(member)) {
            return false;
        }
        for (Held view : views) {
            Optional<TypeMirror> key = badKey(view.types());
            if (key.isPresent()) {
                report(member, owner, key.get(), view.spot());
                return true;
            }
        }
        return true;
    }

    /** Where a key is given to a class, that is one mistake, in whatever maps this takes it for. */
    private void report(Element member, TypeElement owner, TypeMirror key, SourceSpot spot) {
        diagnostics.reportOnce(spot, Problem.MAP_KEY, member.getSimpleName(), owner.getSimpleName(), types.text(key));
    }

    private Optional<TypeMirror> badKey(List<DeclaredType> held) {
        return held.stream()
                .flatMap(type -> types.keyOfMap(type).stream())
                .filter(key -> !isKey(key))
                .findFirst();
    }

    private boolean isKey(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR
                || forms.read(type).isPresent()
                || types.element(type)
                        .filter(element -> isInteger(element) || isRecordOfInteger(element))
                        .isPresent();
    }

    private static boolean isInteger(TypeElement type) {
        return INTEGERS.contains(type.getQualifiedName().toString());
    }

    /** What an id may not be: small integers, and boxed ones. */
    private boolean isRecordOfInteger(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                && type.getRecordComponents().size() == 1
                && isSmallOrBoxed(type.getRecordComponents().get(0).asType());
    }

    private boolean isSmallOrBoxed(TypeMirror type) {
        return type.getKind() == TypeKind.BYTE
                || type.getKind() == TypeKind.SHORT
                || types.element(type).filter(MapKeyChecks::isInteger).isPresent();
    }
}
