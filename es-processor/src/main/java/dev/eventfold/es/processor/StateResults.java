package dev.eventfold.es.processor;

import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What folds an event into the state returns the state after it, or assigns its fields. */
final class StateResults implements ResultRules {
    private final JavaTypes types;
    private final Diagnostics diagnostics;

    StateResults(JavaTypes types, Diagnostics diagnostics) {
        this.types = types;
        this.diagnostics = diagnostics;
    }

    @Override
    public Outcome read(ExecutableElement method) {
        TypeMirror returned = types.known(method.getReturnType());
        boolean nothing = returned.getKind() == TypeKind.VOID;
        return new Outcome(
                nothing ? ResultShape.NOTHING : ResultShape.ONE,
                false,
                nothing ? mayAssign(method) : isState(method, returned));
    }

    private boolean isState(ExecutableElement method, TypeMirror returned) {
        return types.names(returned, JavaTypes.owner(method).getQualifiedName().toString());
    }

    private static boolean mayAssign(ExecutableElement method) {
        return JavaTypes.owner(method).getKind() != ElementKind.RECORD;
    }

    @Override
    public void check(ExecutableElement method, SourceSpot spot, Outcome outcome) {
        if (!outcome.accepted()) {
            TypeElement type = JavaTypes.owner(method);
            diagnostics.report(
                    spot,
                    Problem.WRONG_RESULT,
                    method.getSimpleName(),
                    outcome.shape() == ResultShape.NOTHING ? "nothing" : types.text(method.getReturnType()),
                    mayAssign(method)
                            ? "returns " + type.getSimpleName() + ", or is void and assigns the fields"
                            : "of a record returns the new " + type.getSimpleName());
        }
    }

    /** It is no place for effects. */
    @Override
    public Sends sends(ExecutableElement method, Annotations values, SourceSpot spot) {
        return Sends.only(List.of());
    }
}
