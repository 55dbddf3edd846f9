package dev.eventfold.es.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes generated classes: the one place that knows what all of them have in common, and that files can fail. */
final class SourceFiles {
    /** Names of {@code java.lang} that generated code uses, which a class of the user's package could hide. */
    private static final List<String> IMPLICIT = List.of(
            "Boolean",
            "Byte",
            "Character",
            "Class",
            "Double",
            "Exception",
            "Float",
            "IllegalArgumentException",
            "Integer",
            "Long",
            "Object",
            "Override",
            "Short",
            "String",
            "SuppressWarnings");

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final JavaTypes types;
    private final Diagnostics diagnostics;
    private final OutputFiles earlier;
    private final Predicate<ClassRef> isSource;
    private final Map<ClassRef, GeneratedClass> written = new HashMap<>();
    private final Map<String, Boolean> hidesNothing = new HashMap<>();

    SourceFiles(
            ProcessingEnvironment environment, JavaTypes types, Diagnostics diagnostics, Predicate<ClassRef> isSource) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.types = types;
        this.diagnostics = diagnostics;
        this.earlier = new OutputFiles(environment.getFiler());
        this.isSource = isSource;
    }

    /** What became of a class that was to be written. */
    enum Outcome {
        /** A file came of it, so there will be another round. */
        CREATED,
        /** An earlier compile has left it, and that stays. */
        KEPT,
        /** There is no such class. */
        ABSENT
    }

    Outcome write(GeneratedClass generated, Optional<ModuleElement> module) {
        annotate(generated, module);
        TypeSpec built = generated.type().build();
        ClassRef name = ClassRef.of(generated.packageName(), built.name());
        String text = text(generated.packageName(), built, module);
        GeneratedClass first = written.putIfAbsent(name, generated);
        if (first != null) {
            reportTaken(name, first, generated);
            return Outcome.ABSENT;
        }
        Optional<TypeElement> given = isSource.test(name) ? types.find(name) : Optional.empty();
        if (given.filter(type -> Annotations.has(type, Api.EVENTFOLD_GENERATED)).isPresent()) {
            compare(name, text);
            return Outcome.KEPT;
        }
        if (given.isPresent()) {
            diagnostics.report(SourceSpot.of(name), Problem.NAME_TAKEN, name.canonicalName(), "");
            return Outcome.ABSENT;
        }
        return create(name, generated, text);
    }

    /** Of a nested class and one whose name spells the nesting with underscores. */
    private void reportTaken(ClassRef name, GeneratedClass first, GeneratedClass second) {
        diagnostics.report(
                second.origin().map(SourceSpot::ofMark).orElse(SourceSpot.nowhere()),
                Problem.NAME_TAKEN,
                name.canonicalName(),
                first.origin().map(origin -> " for " + origin.nestedName()).orElse(""));
    }

    /** What an earlier compile generated is a source of this one: javac does not let it be replaced, and need not when it is the same. */
    private void compare(ClassRef name, String text) {
        if (earlier.source(name).filter(text::equals).isEmpty()) {
            diagnostics.report(SourceSpot.of(name), Problem.STALE_SOURCE, name.canonicalName());
        }
    }

    private String text(String packageName, TypeSpec type, Optional<ModuleElement> module) {
        JavaFile file = JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(hidesNothing(packageName, module))
                .build();
        return Layout.of(file.toString());
    }

    private Outcome create(ClassRef name, GeneratedClass generated, String text) {
        Element[] origins = generated.origin().stream()
                .flatMap(origin -> types.find(origin).stream())
                .toArray(Element[]::new);
        try (Writer writer = environment
                .getFiler()
                .createSourceFile(name.canonicalName(), origins)
                .openWriter()) {
            writer.write(text);
            return Outcome.CREATED;
        } catch (FilerException alreadyThere) {
            diagnostics.reportOnce(SourceSpot.nowhere(), Problem.NOT_OVERWRITTEN, name.canonicalName());
            return Outcome.KEPT;
        } catch (IOException failed) {
            diagnostics.reportOnce(SourceSpot.nowhere(), Problem.NOT_WRITTEN, name.canonicalName(), failed);
            return Outcome.ABSENT;
        }
    }

    private void annotate(GeneratedClass generated, Optional<ModuleElement> module) {
        if (sees(module, TypeNames.GENERATED.canonicalName())) {
            generated
                    .type()
                    .addAnnotation(AnnotationSpec.builder(TypeNames.GENERATED)
                            .addMember("value", "$S", EventfoldProcessor.class.getName())
                            .build());
        }
        AnnotationSpec.Builder marker = AnnotationSpec.builder(TypeNames.EVENTFOLD_GENERATED);
        generated.from().forEach(source -> marker.addMember("from", "$S", source.canonicalName()));
        generated.type().addAnnotation(marker.build());
        Set<String> lint = new TreeSet<>(generated.lint());
        if (module.filter(named -> !named.isUnnamed()).isPresent()) {
            lint.add("exports"); // whether to require our module transitively is for the user's own code to decide
        }
        if (!lint.isEmpty()) {
            AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
            lint.forEach(key -> suppress.addMember("value", "$S", key));
            generated.type().addAnnotation(suppress.build());
        }
    }

    /** Whether code of the module can name a class; one of the platform's may be in a module that it does not read. */
    boolean sees(Optional<ModuleElement> module, String canonicalName) {
        return module.isPresent()
                ? elements.getTypeElement(module.get(), canonicalName) != null
                : types.find(canonicalName).isPresent();
    }

    private boolean hidesNothing(String packageName, Optional<ModuleElement> module) {
        return hidesNothing.computeIfAbsent(
                packageName, scope -> IMPLICIT.stream().noneMatch(name -> sees(module, scope + "." + name)));
    }
}
