package gilbench.scenario.text;

import gilbench.scenario.Labelled;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Tells Jackson that an enum constant with a label is written and read as that label. */
final class LabelIntrospector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] values, @Nullable String[] names) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Labelled labelled) {
                names[i] = labelled.label();
            }
        }
        return names;
    }
}
