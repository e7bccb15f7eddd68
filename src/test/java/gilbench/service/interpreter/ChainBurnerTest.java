package gilbench.service.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChainBurnerTest {
    private static final int FREQ_INLINE_SIZE = 325;

    private final Burner burner = Burner.create();

    @Test
    void burn_cutAnywhere_isTheSameChainAsUncut() {
        qt().forAll(longs().all(), integers().between(0, 500), integers().between(0, 500))
                .checkAssert((state, first, second) -> assertThat(burner.burn(burner.burn(state, first), second))
                        .isEqualTo(burner.burn(state, first + second)));
    }

    @Test
    void burn_noUnits_leavesTheState() {
        assertThat(burner.burn(42, 0)).isEqualTo(42);
        assertThat(burner.burn(42, -1)).isEqualTo(42);
    }

    @Test
    void burn_oneUnit_changesTheState() {
        qt().forAll(longs().all())
                .checkAssert(state -> assertThat(burner.burn(state, 1)).isNotEqualTo(state));
    }

    @Test
    void unit_isTooLargeForHotSpotToInline() throws IOException {
        assertThat(codeLength("unit")).isGreaterThan(FREQ_INLINE_SIZE);
    }

    private static int codeLength(String method) throws IOException {
        try (InputStream in = ChainBurner.class.getResourceAsStream("ChainBurner.class")) {
            return ClassFile.of().parse(Objects.requireNonNull(in).readAllBytes()).methods().stream()
                    .filter(model -> model.methodName().equalsString(method))
                    .map(model -> model.findAttribute(Attributes.code()).orElseThrow())
                    .mapToInt(CodeAttribute::codeLength)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
