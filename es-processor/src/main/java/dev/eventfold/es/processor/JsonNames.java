package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** What Jackson's annotations say about stored names. The annotations are known by name only. */
final class JsonNames {
    private static final String JACKSON = "com.fasterxml.jackson.annotation.";

    private JsonNames() {}

    /** The name that a field, component or enum constant is stored under. */
    static String of(Element element) {
        return Annotations.find(element, JACKSON + "JsonProperty")
                .map(property -> property.text("value"))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> element.getSimpleName().toString());
    }

    /** Names that a field or component is read from too. */
    static Set<String> aliases(Element element) {
        return Annotations.find(element, JACKSON + "JsonAlias").stream()
                .flatMap(alias -> alias.list("value").stream())
                .map(name -> String.valueOf(name.getValue()))
                .collect(Collectors.toSet());
    }

    static boolean isIgnored(Element element) {
        return Annotations.find(element, JACKSON + "JsonIgnore")
                .filter(ignore -> !ignore.gives("value") || ignore.flag("value"))
                .isPresent();
    }

    static boolean isValue(Element method) {
        return Annotations.has(method, JACKSON + "JsonValue");
    }

    /** The name that tells a member of a sealed type from the others. */
    static String ofVariant(TypeElement base, TypeElement member, ClassRef ref) {
        return subtypeName(base, member)
                .or(() -> Annotations.find(member, JACKSON + "JsonTypeName").map(name -> name.text("value")))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> String.join("$", ref.simpleNames()));
    }

    private static Optional<String> subtypeName(TypeElement base, TypeElement member) {
        List<? extends AnnotationValue> subtypes = Annotations.find(base, JACKSON + "JsonSubTypes")
                .map(annotation -> annotation.list("value"))
                .orElse(List.of());
        for (AnnotationValue subtype : subtypes) {
            AnnotationMirror mirror = (AnnotationMirror) subtype.getValue();
            boolean isMember = Annotations.value(mirror, "value")
                    .map(AnnotationValue::getValue)
                    .filter(type -> type instanceof DeclaredType declared
                            && declared.asElement().equals(member))
                    .isPresent();
            if (isMember) {
                return Annotations.value(mirror, "name").map(name -> String.valueOf(name.getValue()));
            }
        }
        return Optional.empty();
    }
}
