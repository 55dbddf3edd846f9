package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A method that switches on a stored name, split where one method would be larger than a class file allows. */
final class SwitchMethods {
    /** A method may have 64 KiB of code; a case takes some 64 bytes of it, a choice between the members of a family less. */
    static final int MOST_CASES = 500;

    private SwitchMethods() {}

    /**
     * Writes the method and those that it is split into.
     *
     * @param first begins the method, without its body
     * @param signature of the method
     * @param selector what is switched on
     * @param arms by label
     * @param otherwise for any other label
     */
    static List<MethodSpec> of(
            MethodSpec.Builder first,
            Signature signature,
            CodeBlock selector,
            SortedMap<String, Arm> arms,
            Arm otherwise) {
        if (arms.isEmpty()) {
            return List.of(first.addCode(otherwise.statements()).build());
        }
        List<SortedMap<String, Arm>> parts = split(arms);
        List<MethodSpec> methods = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            MethodSpec.Builder method = at == 0 ? first : part(signature, at).helper();
            Arm rest = at + 1 < parts.size() ? Arm.value(part(signature, at + 1).call()) : otherwise;
            methods.add(
                    method.addCode(SwitchBody.of(selector, parts.get(at), rest)).build());
        }
        return methods;
    }

    private static Signature part(Signature signature, int at) {
        return signature.named(signature.name() + "_part" + (at + 1));
    }

    private static List<SortedMap<String, Arm>> split(SortedMap<String, Arm> arms) {
        List<SortedMap<String, Arm>> parts = new ArrayList<>();
        arms.forEach((label, arm) -> {
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == MOST_CASES) {
                parts.add(new TreeMap<>());
            }
            parts.get(parts.size() - 1).put(label, arm);
        });
        return parts;
    }
}
