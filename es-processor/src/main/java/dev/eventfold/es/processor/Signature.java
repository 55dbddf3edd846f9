package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A method of a definition, and of the methods that it is split into.
 *
 * @param name of the one that is declared by the interface
 * @param returns what all return
 * @param parameters what all take
 * @param checked whether all declare checked exceptions
 */
record Signature(String name, TypeName returns, List<ParameterSpec> parameters, boolean checked) {
    static Signature of(String name, TypeName returns, ParameterSpec... parameters) {
        return new Signature(name, returns, List.of(parameters), false);
    }

    Signature named(String other) {
        return new Signature(other, returns, parameters, checked);
    }

    Signature throwing(boolean whether) {
        return new Signature(name, returns, parameters, whether);
    }

    MethodSpec.Builder override() {
        return builder().addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    MethodSpec.Builder helper() {
        return builder().addModifiers(Modifier.PRIVATE);
    }

    /** Passes the same arguments on. */
    CodeBlock call() {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$L", parameter.name()))
                .collect(CodeBlock.joining(", ", name + "(", ")"));
    }

    private MethodSpec.Builder builder() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).returns(returns).addParameters(parameters);
        return checked ? method.addException(Exception.class) : method;
    }
}
