package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** Writes the definition of a projection. */
final class ProjectionWriter {
    private ProjectionWriter() {}

    static GeneratedClass write(Projection projection, String wiring, List<ClassRef> codecs) {
        ClassName state = TypeNames.of(projection.type());
        TypeSpec.Builder type = DefinitionParts.begin(
                projection.type(),
                TypeNames.PROJECTION_DEFINITION,
                CodeBlock.of(
                        "What {@link $T} projects and how, as the run time calls it. Generated from it; do not edit.\n",
                        state));
        type.addMethod(DefinitionParts.constant("name", TypeNames.STRING, "$S", projection.name()));
        type.addMethod(DefinitionParts.type(state));
        type.addMethod(DefinitionParts.constant("version", TypeName.INT, "$L", projection.version()));
        type.addMethod(DefinitionParts.constant("wiring", TypeNames.STRING, "$S", wiring));
        type.addMethod(DefinitionParts.constant("keyed", TypeName.BOOLEAN, "$L", projection.keyed()));
        ConsumerParts.addEvolvedEvents(type, projection.cases());
        ConsumerParts.addSubscriptions(type, projection);
        DefinitionParts.addCodecs(type, codecs);
        type.addMethod(DefinitionParts.initial(state));
        ConsumerParts.addKeys(type, projection);
        addProject(type, projection, state);
        return GeneratedClass.beside(
                projection.type(),
                type,
                DefinitionParts.sources(projection, projection.cases()),
                ConsumerParts.lint(projection));
    }

    private static void addProject(TypeSpec.Builder type, Projection projection, ClassName state) {
        Signature project = Signature.of(
                "project", state, ParameterSpec.builder(state, "state").build(), ConsumerParts.EVENT);
        EventDispatch dispatch =
                EventDispatch.ofEvents(project, "projectFrom", Arm.unknown("event"), ConsumerParts.several(projection));
        projection.reactions().forEach(reaction -> dispatch.add(reaction.target(), CallCode.state(reaction.call())));
        dispatch.methods().forEach(type::addMethod);
    }
}
