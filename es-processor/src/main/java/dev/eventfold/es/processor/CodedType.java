package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class that generated code can take apart and put together again.
 *
 * @param declaration the class
 * @param access from where code can take it apart and put it together again, which may be fewer places than can name it
 * @param isRecord whether it is made of its components; otherwise its fields are set one by one
 * @param members its components or fields, in their order
 * @param lint the warnings that code gets which names it or its members
 */
record CodedType(Declaration declaration, Visibility access, boolean isRecord, List<Member> members, Set<String> lint)
        implements Declared {
    CodedType {
        members = List.copyOf(members);
        lint = Set.copyOf(lint);
    }

    /**
     * A record component or a field.
     *
     * @param name its name, here and in JSON
     * @param coding its type
     * @param isOptional whether it may be missing
     */
    record Member(String name, Coding coding, boolean isOptional) {}

    Stream<Declaration> structures() {
        return members.stream().flatMap(member -> member.coding().structures());
    }

    Stream<Declaration> named() {
        return members.stream().flatMap(member -> member.coding().named());
    }
}
