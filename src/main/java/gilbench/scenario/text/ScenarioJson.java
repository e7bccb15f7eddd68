package gilbench.scenario.text;

import gilbench.scenario.BoundException;
import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON form of scenario values: one line, keys in lower case with hyphens, durations as in {@link DurationText}, constants
 * as their labels. Reading is strict: every key once, none missing, none unknown, each of the right type.
 */
public final class ScenarioJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(module())
            .build();

    private ScenarioJson() {}

    /** The module that writes and reads durations as {@link DurationText} and every labelled constant as its label. */
    public static JacksonModule module() {
        return new SimpleModule("scenario") {
            private static final long serialVersionUID = 1;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.insertAnnotationIntrospector(new LabelIntrospector());
            }
        }.addSerializer(Duration.class, new DurationWriter()).addDeserializer(Duration.class, new DurationReader());
    }

    /** One line of JSON. */
    public static String write(Deployment deployment) {
        return MAPPER.writeValueAsString(deployment);
    }

    /** One line of JSON. */
    public static String write(Calibration calibration) {
        return MAPPER.writeValueAsString(calibration);
    }

    /**
     * Reads what {@link #write(Deployment)} wrote.
     *
     * @throws IllegalArgumentException with the key and what is wrong with it
     */
    public static Deployment deployment(String json) {
        return read(json, Deployment.class);
    }

    /**
     * Reads what {@link #write(Calibration)} wrote.
     *
     * @throws IllegalArgumentException with the key and what is wrong with it
     */
    public static Calibration calibration(String json) {
        return read(json, Calibration.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            if (e.getCause() instanceof BoundException bound) {
                throw bound;
            }
            throw new IllegalArgumentException(type.getSimpleName() + " JSON: " + path(e) + e.getOriginalMessage(), e);
        }
    }

    private static String path(JacksonException e) {
        String path = e.getPath().stream().map(Reference::getPropertyName).collect(Collectors.joining("."));
        return path.isEmpty() ? "" : path + ": ";
    }

    private static final class DurationWriter extends StdSerializer<Duration> {
        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(DurationText.format(value));
        }
    }

    private static final class DurationReader extends StdDeserializer<Duration> {
        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            return DurationText.parse(parser.getString());
        }
    }
}
