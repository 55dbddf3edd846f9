package dev.eventfold.es.runtime.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;

/**
 * A payload is whole or wrong: every member is required, but for those that are optional by their type. Of a record, its accessors say what
 * its components are, as they say it to everybody else.
 */
final class RequiredComponents extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> OPTIONAL =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    static boolean isOptional(Class<?> type) {
        return OPTIONAL.contains(type);
    }

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return !isOptional(member.getRawType());
    }

    @Override
    public VisibilityChecker findAutoDetectVisibility(
            MapperConfig<?> config, AnnotatedClass type, VisibilityChecker checker) {
        return type.getRawType().isRecord() ? checker.withGetterVisibility(Visibility.ANY) : checker;
    }
}
