package dev.eventfold.es.processor;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Finds what is annotated in a round, and remembers what was compiled from source. */
final class AnnotatedTypes {
    static final Set<String> OF_TYPES =
            Set.of(Api.AGGREGATE, Api.PROCESS_MANAGER, Api.PROJECTION, Api.SUBSCRIBER, Api.EVENT_OF, Api.COMMAND_FOR);
    static final Set<String> OF_METHODS = Set.of(
            Api.HANDLES,
            Api.APPLIES,
            Api.REACTS,
            Api.REACTS_LIST,
            Api.ON_REJECTION,
            Api.ON_TIMEOUT,
            Api.PROJECTS,
            Api.RECEIVES,
            Api.UPCASTS);
    static final Set<String> ANNOTATIONS = union();

    private final JavaTypes types;
    private final Set<String> roots = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();

    AnnotatedTypes(JavaTypes types) {
        this.types = types;
    }

    /**
     * What one round brings.
     *
     * @param types classes with an annotation for classes
     * @param owners classes that have a method with an annotation for methods
     * @param packages packages that are to hold the classes of the module
     */
    record Found(SortedSet<ClassRef> types, SortedSet<ClassRef> owners, SortedSet<String> packages) {}

    /** Among them are only annotations that the round has. */
    Found in(RoundEnvironment round, Set<? extends TypeElement> annotations) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                roots.add(type.getQualifiedName().toString());
            } else if (root instanceof PackageElement described) {
                packages.add(described.getQualifiedName().toString());
            }
        }
        Found found = new Found(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (Element element : round.getElementsAnnotatedWithAny(annotations.toArray(TypeElement[]::new))) {
            note(element, found);
        }
        return found;
    }

    private void note(Element element, Found found) {
        if (element instanceof PackageElement named) {
            found.packages().add(named.getQualifiedName().toString());
        } else if (element instanceof TypeElement type && isMarked(type)) {
            found.types().add(types.ref(type));
        } else if (element.getKind() == ElementKind.METHOD
                && element.getEnclosingElement() instanceof TypeElement type) {
            found.owners().add(types.ref(type));
        }
    }

    static boolean isMarked(TypeElement type) {
        return OF_TYPES.stream().anyMatch(annotation -> Annotations.has(type, annotation));
    }

    /** Whether a top-level class is a source of this compilation. */
    boolean isSource(ClassRef type) {
        return roots.contains(type.canonicalName());
    }

    /** Whether the sources name types that the compiler does not know. */
    boolean nameUnknownTypes() {
        Stream<TypeElement> classes = roots.stream().flatMap(name -> types.find(name).stream());
        Stream<PackageElement> described = packages.stream().flatMap(name -> types.findPackage(name).stream());
        return Stream.<Element>concat(classes, described).anyMatch(UnknownTypes::areNamedBy);
    }

    /** Whether the source of a class is part of this compilation. */
    boolean compiledHere(TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement enclosing) {
            outermost = enclosing;
        }
        return roots.contains(((TypeElement) outermost).getQualifiedName().toString());
    }

    private static Set<String> union() {
        Set<String> all = new TreeSet<>(OF_TYPES);
        all.addAll(OF_METHODS);
        all.add(Api.EVENT_SOURCED);
        return Set.copyOf(all);
    }
}
