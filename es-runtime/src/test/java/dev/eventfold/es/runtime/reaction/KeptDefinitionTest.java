package dev.eventfold.es.runtime.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class KeptDefinitionTest {
    @Test
    void passes_everything_on_that_a_definition_can_be_asked() throws Exception {
        for (Method method : ProcessManagerDefinition.class.getMethods()) {
            assertThat(KeptDefinition.class
                            .getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass())
                    .as(method.toString())
                    .isEqualTo(KeptDefinition.class);
        }
    }
}
