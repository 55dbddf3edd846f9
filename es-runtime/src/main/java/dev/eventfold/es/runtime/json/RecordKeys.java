package dev.eventfold.es.runtime.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleKeyDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleSerializers;

/** A map key that is a record of one component is stored as that component. */
final class RecordKeys extends SimpleModule {
    private static final long serialVersionUID = 1L;

    RecordKeys() {
        super("record-keys");
        setKeySerializers(new Writers());
        setKeyDeserializers(new Readers());
    }

    private static @Nullable RecordComponent onlyComponent(JavaType type) {
        RecordComponent[] components = type.getRawClass().getRecordComponents();
        return components != null && components.length == 1 ? components[0] : null;
    }

    private static final class Writers extends SimpleSerializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                JsonFormat.Value format) {
            RecordComponent component = onlyComponent(type);
            return component == null ? null : new Writer(component.getAccessor());
        }
    }

    private static final class Readers extends SimpleKeyDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            RecordComponent component = onlyComponent(type);
            return component == null ? null : new Reader(type.getRawClass(), component.getType());
        }
    }

    private static final class Writer extends ValueSerializer<Object> {
        private final Method accessor;

        Writer(Method accessor) {
            this.accessor = accessor;
            accessor.setAccessible(true);
        }

        @Override
        public void serialize(Object key, JsonGenerator generator, SerializationContext context) {
            try {
                Object component = accessor.invoke(key);
                context.findKeySerializer(component.getClass(), null).serialize(component, generator, context);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(
                        "a map key cannot be read: type=" + key.getClass().getName(), e);
            }
        }
    }

    private static final class Reader extends KeyDeserializer {
        private final Class<?> type;
        private final Class<?> component;
        private final Constructor<?> constructor;

        Reader(Class<?> type, Class<?> component) {
            this.type = type;
            this.component = component;
            try {
                this.constructor = type.getDeclaredConstructor(component);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: type=" + type.getName(), e);
            }
            constructor.setAccessible(true);
        }

        @Override
        public Object deserializeKey(String text, DeserializationContext context) {
            Object value = component == String.class
                    ? text
                    : context.findKeyDeserializer(context.constructType(component), null)
                            .deserializeKey(text, context);
            try {
                return constructor.newInstance(value);
            } catch (InvocationTargetException e) {
                return context.handleInstantiationProblem(type, text, e.getCause());
            } catch (InstantiationException | IllegalAccessException e) {
                throw new IllegalStateException("a map key cannot be made: type=" + type.getName(), e);
            }
        }
    }
}
