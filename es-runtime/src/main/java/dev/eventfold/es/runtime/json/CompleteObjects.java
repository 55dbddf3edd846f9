package dev.eventfold.es.runtime.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Holds classes with fields to what the JSON library holds records to: a member that is missing is an error, unless it is optional by its type
 * or the reader says that missing fields keep their initial value.
 */
final class CompleteObjects extends SimpleModule {
    /** The attribute of a reader that lets missing fields keep what the constructor gave them. */
    static final String KEEPS_INITIAL_VALUES = "eventfold.keepsInitialValues";

    private static final long serialVersionUID = 1L;

    CompleteObjects() {
        super("complete-objects");
        setDeserializerModifier(new Modifier());
    }

    private static final class Modifier extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
            Class<?> type = description.getBeanClass();
            boolean checked = deserializer instanceof BeanDeserializerBase
                    && !type.isRecord()
                    && !Throwable.class.isAssignableFrom(type);
            return checked ? new Complete(deserializer, Members.of(description.get())) : deserializer;
        }
    }

    private record Members(List<String> required, List<String> optional) {
        static Members of(BeanDescription description) {
            List<String> required = new ArrayList<>();
            List<String> optional = new ArrayList<>();
            for (BeanPropertyDefinition property : description.findProperties()) {
                if (property.couldDeserialize()) {
                    boolean mayBeMissing = RequiredComponents.isOptional(property.getRawPrimaryType());
                    (mayBeMissing ? optional : required).add(property.getName());
                }
            }
            return new Members(List.copyOf(required), List.copyOf(optional));
        }
    }

    private static final class Complete extends DelegatingDeserializer {
        private final Members members;

        Complete(ValueDeserializer<?> deserializer, Members members) {
            super(deserializer);
            this.members = members;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new Complete(deserializer, members);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.START_OBJECT) || context.getAttribute(KEEPS_INITIAL_VALUES) != null) {
                return super.deserialize(parser, context);
            }
            TokenBuffer whole = context.bufferForInputBuffering(parser);
            Set<String> present = copyObject(parser, whole);
            for (String name : members.required()) {
                if (!present.contains(name)) {
                    return context.reportInputMismatch(this, "Missing required property '%s'", name);
                }
            }
            return super.deserialize(whole.asParserOnFirstToken(context, parser), context);
        }

        /** Copies the object, with an explicit null for each optional member that it lacks, so that it is read as empty. */
        private Set<String> copyObject(JsonParser parser, TokenBuffer whole) {
            Set<String> present = new LinkedHashSet<>();
            whole.writeStartObject();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                present.add(parser.currentName());
                whole.copyCurrentStructure(parser);
            }
            for (String name : members.optional()) {
                if (!present.contains(name)) {
                    whole.writeNullProperty(name);
                }
            }
            whole.writeEndObject();
            return present;
        }
    }
}
