package gilbench.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import gilbench.bench.result.Cell;
import gilbench.bench.result.Trial;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.Experiment;
import gilbench.scenario.Labelled;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/**
 * The JSON form of scenario and result values, lossless: records by the names of their components, enums by label,
 * durations as decimal seconds, distributions as their encoding, variants by {@code type}.
 */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Labelled.class, LabelForm.class)
            .addMixIn(Duration.class, DurationForm.class)
            .addMixIn(Distribution.class, DistributionForm.class)
            .addMixIn(TimeBudget.class, BudgetForm.class)
            .addMixIn(Workload.class, WorkloadForm.class)
            .addMixIn(Experiment.class, ExperimentForm.class)
            .addMixIn(Experiment.Points.class, PointsForm.class)
            .addMixIn(Trial.class, TrialForm.class)
            .addMixIn(Cell.class, CellForm.class)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    private interface LabelForm {
        @JsonValue
        String label();
    }

    @JsonSerialize(converter = ToSeconds.class)
    @JsonDeserialize(converter = FromSeconds.class)
    private interface DurationForm {}

    @JsonSerialize(converter = ToEncoding.class)
    @JsonDeserialize(converter = FromEncoding.class)
    private interface DistributionForm {}

    @JsonSerialize(converter = ToBudgetSeconds.class)
    @JsonDeserialize(converter = FromBudgetSeconds.class)
    private interface BudgetForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Workload.Open.class, name = "open"),
        @JsonSubTypes.Type(value = Workload.Closed.class, name = "closed")
    })
    private interface WorkloadForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Experiment.Program.class, name = "program"),
        @JsonSubTypes.Type(value = Experiment.Load.class, name = "load")
    })
    private interface ExperimentForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Experiment.Points.Rates.class, name = "rates"),
        @JsonSubTypes.Type(value = Experiment.Points.Shares.class, name = "shares"),
        @JsonSubTypes.Type(value = Experiment.Points.Users.class, name = "users")
    })
    private interface PointsForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Trial.LoadTrial.class, name = "load"),
        @JsonSubTypes.Type(value = Trial.ProgramTrial.class, name = "program")
    })
    private interface TrialForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cell.LoadCell.class, name = "load"),
        @JsonSubTypes.Type(value = Cell.ProgramCell.class, name = "program")
    })
    private interface CellForm {}

    /** A time budget in seconds, under the labels of its parts. */
    record BudgetSeconds(
            BigDecimal queue,
            @JsonProperty("gil-wait") BigDecimal gilWait,
            BigDecimal python,
            @JsonProperty("native") BigDecimal nativeTime,
            BigDecimal io,
            BigDecimal other,
            BigDecimal total) {}

    static BigDecimal seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    private static long nanos(BigDecimal seconds) {
        return seconds.movePointRight(9).longValueExact();
    }

    static final class ToSeconds extends StdConverter<Duration, BigDecimal> {
        @Override
        public BigDecimal convert(Duration value) {
            return seconds(value.toNanos());
        }
    }

    static final class FromSeconds extends StdConverter<BigDecimal, Duration> {
        @Override
        public Duration convert(BigDecimal value) {
            return Duration.ofNanos(nanos(value));
        }
    }

    static final class ToEncoding extends StdConverter<Distribution, String> {
        @Override
        public String convert(Distribution value) {
            return value.encoded();
        }
    }

    static final class FromEncoding extends StdConverter<String, Distribution> {
        @Override
        public Distribution convert(String value) {
            return Distribution.decode(value);
        }
    }

    static final class ToBudgetSeconds extends StdConverter<TimeBudget, BudgetSeconds> {
        @Override
        public BudgetSeconds convert(TimeBudget value) {
            return new BudgetSeconds(
                    seconds(value.queue()),
                    seconds(value.gilWait()),
                    seconds(value.python()),
                    seconds(value.nativeTime()),
                    seconds(value.io()),
                    seconds(value.other()),
                    seconds(value.total()));
        }
    }

    static final class FromBudgetSeconds extends StdConverter<BudgetSeconds, TimeBudget> {
        @Override
        public TimeBudget convert(BudgetSeconds value) {
            return new TimeBudget(
                    nanos(value.queue),
                    nanos(value.gilWait),
                    nanos(value.python),
                    nanos(value.nativeTime),
                    nanos(value.io),
                    nanos(value.other),
                    nanos(value.total));
        }
    }
}
