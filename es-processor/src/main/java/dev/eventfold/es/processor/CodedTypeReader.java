package dev.eventfold.es.processor;

import dev.eventfold.es.processor.CodedType.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads classes that generated code can take apart; whether it can do so with all that they are made of is for others to find out. */
final class CodedTypeReader {
    /** A set of members is a {@code long} at run time. */
    private static final int MOST_MEMBERS = 64;

    private final JavaTypes types;
    private final Elements elements;
    private final DeclarationReader declarations;
    private final CodecAnnotations annotations;
    private final CodingReader codings;
    private final Map<ClassRef, Optional<CodedType>> known = new HashMap<>();

    CodedTypeReader(JavaTypes types, Elements elements, TextFormReader forms, DeclarationReader declarations) {
        this.types = types;
        this.elements = elements;
        this.declarations = declarations;
        this.annotations = new CodecAnnotations(types);
        this.codings = new CodingReader(types, forms, declarations, annotations);
    }

    Optional<CodedType> read(ClassRef name) {
        Optional<CodedType> found = known.get(name);
        if (found == null) {
            found = types.find(name).flatMap(this::read);
            known.put(name, found);
        }
        return found;
    }

    private Optional<CodedType> read(TypeElement type) {
        boolean isPlain = type.getTypeParameters().isEmpty()
                && DeclarationReader.visibility(type) != Visibility.PRIVATE
                && isExported(type)
                && !annotations.concern(type);
        if (!isPlain) {
            return Optional.empty();
        }
        return type.getKind() == ElementKind.RECORD ? ofRecord(type) : ofFields(type);
    }

    private Optional<CodedType> ofRecord(TypeElement type) {
        List<Member> members = new ArrayList<>();
        Set<String> lint = new TreeSet<>(declarations.lint(type));
        types.canonicalConstructor(type).ifPresent(constructor -> lint.addAll(declarations.lint(constructor)));
        for (RecordComponentElement component : type.getRecordComponents()) {
            codings.member(component.asType()).ifPresent(coding -> members.add(member(component, coding)));
            lint.addAll(declarations.lint(component.getAccessor()));
        }
        Declaration declaration = declarations.read(type);
        return coded(
                declaration,
                declaration.visibility(),
                true,
                members,
                type.getRecordComponents().size(),
                lint);
    }

    /** A class that only its fields and one constructor say anything of, each of which a class beside it can reach. */
    private Optional<CodedType> ofFields(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        boolean isPlain = type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && (type.getNestingKind() == NestingKind.TOP_LEVEL
                        || type.getModifiers().contains(Modifier.STATIC))
                && types.names(type.getSuperclass(), "java.lang.Object")
                && constructors.size() == 1
                && constructors.get(0).getParameters().isEmpty()
                && constructors.get(0).getThrownTypes().isEmpty()
                && !constructors.get(0).getModifiers().contains(Modifier.PRIVATE);
        if (!isPlain) {
            return Optional.empty();
        }
        List<Member> members = new ArrayList<>();
        Set<String> lint = new TreeSet<>(declarations.lint(constructors.get(0)));
        List<VariableElement> fields = JavaTypes.instanceFields(type);
        Declaration declaration = declarations.read(type);
        Visibility access = declaration
                .visibility()
                .and(DeclarationReader.own(constructors.get(0).getModifiers()));
        for (VariableElement field : fields) {
            if (isAssignable(field)) {
                codings.member(field.asType()).ifPresent(coding -> members.add(member(field, coding)));
                lint.addAll(declarations.lint(field));
                access = access.and(DeclarationReader.own(field.getModifiers()));
            }
        }
        return coded(declaration, access, false, members, fields.size(), lint);
    }

    private static boolean isAssignable(VariableElement field) {
        return field.getModifiers().stream()
                .noneMatch(modifier ->
                        modifier == Modifier.PRIVATE || modifier == Modifier.FINAL || modifier == Modifier.TRANSIENT);
    }

    /** Whole or not at all: one member that only the general codec knows leaves the class to it. */
    private static Optional<CodedType> coded(
            Declaration declaration,
            Visibility access,
            boolean isRecord,
            List<Member> members,
            int expected,
            Set<String> lint) {
        return members.size() == expected && expected <= MOST_MEMBERS
                ? Optional.of(new CodedType(declaration, access, isRecord, members, lint))
                : Optional.empty();
    }

    private static Member member(Element element, Coding coding) {
        return new Member(element.getSimpleName().toString(), coding, CodingReader.isOptional(coding));
    }

    /** Whether code outside of its module can name it, should it have one. */
    private boolean isExported(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        return module == null
                || module.isUnnamed()
                || declarations.isCompiledHere(type)
                || ElementFilter.exportsIn(module.getDirectives()).stream()
                        .anyMatch(exports -> exports.getTargetModules() == null
                                && exports.getPackage().equals(elements.getPackageOf(type)));
    }
}
