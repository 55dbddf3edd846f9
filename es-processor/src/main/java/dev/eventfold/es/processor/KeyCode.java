package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;

/** Code that takes the keys from an event. */
final class KeyCode {
    private KeyCode() {}

    /** Whether the code is the same whatever the event. */
    static boolean isOfAnyEvent(Key key) {
        return !(key instanceof Key.Component);
    }

    static CodeBlock of(Reaction reaction) {
        if (reaction.key() instanceof Key.Component component) {
            Payload payload = reaction.target().payload().orElseThrow();
            CodeBlock value =
                    CodeBlock.of("event.as($T.class).$L()", TypeNames.of(payload.type()), component.accessor());
            return component.each()
                    ? CodeBlock.of(
                            "$T.each($L, key -> $L)",
                            TypeNames.KEYS,
                            value,
                            TextCode.of(component.form(), CodeBlock.of("key")))
                    : CodeBlock.of("$T.one($L)", TypeNames.KEYS, TextCode.of(component.form(), value));
        }
        if (reaction.key() instanceof Key.JsonMember member) {
            return CodeBlock.of("$T.member(event, $S)", TypeNames.KEYS, member.name());
        }
        return reaction.key() instanceof Key.InstanceId
                ? CodeBlock.of("$T.one(event.instanceId())", TypeNames.KEYS)
                : CodeBlock.of("$T.of($S)", TypeNames.LIST, "");
    }
}
