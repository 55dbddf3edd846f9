package dev.eventfold.es.processor;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads how a value of a type is read and written; empty when only the general codec knows. */
final class CodingReader {
    private static final Map<String, Coding.Scalar> SCALARS = Stream.of(
                    scalar("boolean", "Boolean", false),
                    scalar("byte", "Byte", false),
                    scalar("short", "Short", false),
                    scalar("int", "Int", false),
                    scalar("long", "Long", false),
                    scalar("float", "Float", false),
                    scalar("double", "Double", false),
                    scalar("char", "Char", false),
                    scalar("java.lang.Boolean", "Boolean", false),
                    scalar("java.lang.Byte", "Byte", false),
                    scalar("java.lang.Short", "Short", false),
                    scalar("java.lang.Integer", "Int", false),
                    scalar("java.lang.Long", "Long", false),
                    scalar("java.lang.Float", "Float", false),
                    scalar("java.lang.Double", "Double", false),
                    scalar("java.lang.Character", "Char", false),
                    scalar("java.lang.String", "String", true),
                    scalar("java.math.BigInteger", "BigInteger", true),
                    scalar("java.math.BigDecimal", "BigDecimal", true),
                    scalar("byte[]", "Binary", true),
                    new Coding.Scalar("java.util.UUID", "Uuid", true, true),
                    new Coding.Scalar("java.time.Instant", "Instant", true, true))
            .collect(Collectors.toUnmodifiableMap(Coding.Scalar::type, Function.identity()));

    private static final Map<String, Coding.Scalar> OPTIONAL_NUMBERS = Stream.of("Int", "Long", "Double")
            .map(number -> scalar("java.util.Optional" + number, "Optional" + number, true))
            .collect(Collectors.toUnmodifiableMap(Coding.Scalar::type, Function.identity()));

    private static final Map<String, Coding.Text> TEXTS = Stream.of(
                    text("java.time", "LocalDate", "parse"),
                    text("java.time", "Duration", "parse"),
                    text("java.time", "Period", "parse"),
                    text("java.net", "URI", "create"),
                    text("java.util", "Currency", "getInstance"),
                    time("LocalTime", "ISO_LOCAL_TIME"),
                    time("LocalDateTime", "ISO_LOCAL_DATE_TIME"),
                    time("OffsetDateTime", "ISO_OFFSET_DATE_TIME"))
            .collect(Collectors.toUnmodifiableMap(text -> text.type().canonicalName(), Function.identity()));

    private static final Set<String> SEVERAL = Set.of("java.util.List", "java.util.Set", "java.util.Collection");

    private final JavaTypes types;
    private final TextFormReader forms;
    private final DeclarationReader declarations;
    private final CodecAnnotations annotations;

    CodingReader(JavaTypes types, TextFormReader forms, DeclarationReader declarations, CodecAnnotations annotations) {
        this.types = types;
        this.forms = forms;
        this.declarations = declarations;
        this.annotations = annotations;
    }

    private static Coding.Scalar scalar(String type, String read, boolean mayBeNull) {
        return new Coding.Scalar(type, read, mayBeNull, false);
    }

    private static Coding.Text text(String packageName, String name, String parse) {
        return new Coding.Text(ClassRef.of(packageName, name), parse, Optional.empty());
    }

    private static Coding.Text time(String name, String format) {
        return new Coding.Text(ClassRef.of("java.time", name), "parse", Optional.of(format));
    }

    /** The coding of a component or field; only there may a value be missing. */
    Optional<Coding> member(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String name = element.getQualifiedName().toString();
            if (name.equals("java.util.Optional")) {
                return argument(declared, 0).flatMap(this::value).map(Coding.Maybe::new);
            }
            if (OPTIONAL_NUMBERS.containsKey(name)) {
                return Optional.of(OPTIONAL_NUMBERS.get(name));
            }
        }
        return value(type);
    }

    static boolean isOptional(Coding coding) {
        return coding instanceof Coding.Maybe || OPTIONAL_NUMBERS.containsValue(coding);
    }

    private Optional<Coding> value(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return Optional.ofNullable(SCALARS.get(type.getKind().name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (type instanceof ArrayType array) {
            return array.getComponentType().getKind() == TypeKind.BYTE
                    ? Optional.ofNullable(SCALARS.get("byte[]"))
                    : Optional.empty();
        }
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? declared(declared, element)
                : Optional.empty();
    }

    private Optional<Coding> declared(DeclaredType type, TypeElement element) {
        String name = element.getQualifiedName().toString();
        if (SEVERAL.contains(name)) {
            return argument(type, 0)
                    .flatMap(this::value)
                    .map(each -> new Coding.Several(element.getSimpleName().toString(), each));
        }
        if (name.equals("java.util.Map")) {
            return argument(type, 0)
                    .flatMap(this::key)
                    .flatMap(key -> argument(type, 1).flatMap(this::value).map(each -> new Coding.Entries(key, each)));
        }
        Coding ofPlatform = SCALARS.containsKey(name) ? SCALARS.get(name) : TEXTS.get(name);
        return ofPlatform == null && !name.startsWith("java.") ? ofUser(element) : Optional.ofNullable(ofPlatform);
    }

    private Optional<Coding> ofUser(TypeElement type) {
        if (annotations.concern(type)) {
            return Optional.empty();
        }
        if (type.getKind() == ElementKind.ENUM) {
            return Optional.of(new Coding.Constant(declarations.read(type)));
        }
        boolean isExact = type.getKind() == ElementKind.RECORD
                || (type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.FINAL));
        return isExact ? Optional.of(new Coding.Structure(declarations.read(type))) : Optional.empty();
    }

    /** An enum inside of a record would have to be named beside it, as would a type argument: both are left to the general codec. */
    private Optional<TextForm> key(TypeMirror type) {
        return forms.readElement(type)
                .filter(form -> form.scalar() != TextForm.Scalar.ENUM
                        || form.component().isEmpty())
                .filter(form -> form.generic() == 0)
                .filter(form -> types.element(type)
                        .filter(element -> !annotations.concern(element))
                        .isPresent());
    }

    private static Optional<TypeMirror> argument(DeclaredType type, int index) {
        return type.getTypeArguments().stream().skip(index).findFirst().map(argument -> (TypeMirror) argument);
    }
}
