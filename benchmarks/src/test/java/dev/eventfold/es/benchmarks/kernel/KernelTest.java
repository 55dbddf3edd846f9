package dev.eventfold.es.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;

class KernelTest {
    private static Stream<Arguments> pairs() {
        return Stream.of(new Dispatch(), new Payload())
                .flatMap(kernel -> Stream.of(kernel.getClass().getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Benchmark.class))
                        .map(Method::getName)
                        .map(name -> name.replaceFirst("Generated$|ByHand$", ""))
                        .distinct()
                        .map(name -> Arguments.of(kernel, name)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void generated_code_and_hand_written_code_do_the_same(Object kernel, String name) throws Exception {
        Object generated = kernel.getClass().getMethod(name + "Generated").invoke(kernel);
        Object byHand = kernel.getClass().getMethod(name + "ByHand").invoke(kernel);

        assertThat(generated).isEqualTo(byHand);
    }
}
