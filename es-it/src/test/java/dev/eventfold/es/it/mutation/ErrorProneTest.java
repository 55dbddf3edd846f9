package dev.eventfold.es.it.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Generated code is compiled in builds that run Error Prone: the one of the examples by our own build, the golden files here. */
class ErrorProneTest {
    private final Toolbox toolbox = new Toolbox();

    @TestFactory
    Stream<DynamicTest> error_prone_has_nothing_to_say_of_golden_files() throws IOException {
        return Programs.goldens().stream()
                .map(program -> DynamicTest.dynamicTest(
                        program.name(),
                        () -> assertThat(toolbox.inspect(program.sources()).messages())
                                .filteredOn(one -> one.generated() || one.error())
                                .isEmpty()));
    }

    @Test
    void error_prone_is_there_to_say_it() {
        String careless =
                "package a;\n\nclass Careless {\n    boolean is(int[] some) {\n        return some.equals(some);\n    }\n}\n";

        assertThat(toolbox.inspect(Map.of("a/Careless.java", careless)).messages())
                .anySatisfy(message -> assertThat(message.text()).contains("[ArrayEquals]"));
    }
}
