package gilbench.scenario.text;

import gilbench.scenario.BoundException;
import gilbench.scenario.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The plans that come with gilbench. */
public final class BundledPlans {
    private static final List<String> NAMES = List.of("quick", "seed", "backend");

    private BundledPlans() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The YAML text of a bundled plan, comments included.
     *
     * @throws BoundException when there is no plan {@code name}
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new BoundException("plan", "'" + name + "'", "must be one of " + String.join(", ", NAMES));
        }
        try (InputStream in = BundledPlans.class.getResourceAsStream("plans/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the bundled plan " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A bundled plan for this machine.
     *
     * @throws BoundException when there is no plan {@code name}
     */
    public static Plan plan(String name) {
        return PlanYaml.parse(name + ".yaml", text(name));
    }
}
