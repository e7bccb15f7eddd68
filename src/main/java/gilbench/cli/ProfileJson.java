package gilbench.cli;

import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import gilbench.predict.Prediction;
import gilbench.profile.Checked;
import gilbench.profile.Cost;
import gilbench.profile.Diagnosis;
import gilbench.profile.GilSample;
import gilbench.profile.Outlook;
import gilbench.scenario.Workload;
import gilbench.scenario.text.ProfileText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code profile} found, as JSON: seconds and 1/s, each estimate as {@code value}, {@code low} and {@code high}. */
final class ProfileJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProfileJson() {}

    static String of(ProfileAnswer answer) {
        Diagnosis found = answer.found();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("url", answer.address().toString());
        root.put("profile", ProfileText.format(found.cost().profile()));
        root.put("serving", found.serving().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        root.put("workers", found.workers());
        root.put("threads", found.threads());
        root.put("cost", cost(found.cost()));
        found.gil().ifPresent(sample -> root.put("pySpy", pySpy(sample, found.cost())));
        root.put("remarks", found.remarks());
        root.put(
                "outlooks", answer.outlooks().stream().map(ProfileJson::outlook).toList());
        root.put("checked", answer.checked().stream().map(ProfileJson::check).toList());
        return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> cost(Cost cost) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("cpu", estimate(cost.cpu()));
        switch (cost) {
            case Cost.Separate separate -> apart(parts, separate);
            case Cost.Sum sum -> {
                sum.separate().ifPresent(separate -> apart(parts, separate));
                parts.put("blocking", estimate(sum.blocking()));
            }
        }
        parts.put("io", estimate(cost.io()));
        return parts;
    }

    private static void apart(Map<String, Object> parts, Cost.Separate cost) {
        parts.put("python", estimate(cost.python()));
        parts.put("native", estimate(cost.released()));
        parts.put("nativeCalls", estimate(cost.calls()));
    }

    private static Map<String, Object> pySpy(GilSample sample, Cost cost) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("python", estimate(sample.python(cost.cpu())));
        parts.put("samples", sample.looks());
        parts.put("held", sample.held());
        parts.put("failed", sample.failed());
        parts.put("seconds", sample.seconds());
        parts.put("cpu", sample.cpu());
        parts.put("waited", sample.waited());
        parts.put("doubts", sample.doubts());
        return parts;
    }

    private static Map<String, Object> outlook(Outlook outlook) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("change", outlook.name());
        parts.put("deployment", outlook.shape().toString());
        parts.put("capacity", estimate(outlook.capacity()));
        parts.put("binding", outlook.binding());
        parts.put("rate", outlook.loaded().offered());
        parts.putAll(predicted(outlook.loaded()));
        return parts;
    }

    private static Map<String, Object> check(Checked check) {
        Distribution seen = check.measured().responseTime();
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("throughput", check.measured().throughput());
        measured.put("requests", check.measured().ended());
        put(measured, "p50", seen.quantile(0.5));
        put(measured, "p99", seen.quantile(0.99));
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("load", check.name());
        if (check.measured().workload() instanceof Workload.Open open) {
            parts.put("rate", open.rate());
        }
        parts.put("predicted", predicted(check.predicted()));
        parts.put("measured", measured);
        parts.put("driverCpu", check.driverCpu());
        parts.put("foreignCores", check.foreign());
        return parts;
    }

    private static Map<String, Object> predicted(Prediction prediction) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("steady", prediction.load() == Prediction.Load.STEADY);
        parts.put("throughput", estimate(prediction.throughput()));
        put(parts, "p50", prediction.responseTime().p50());
        put(parts, "p99", prediction.responseTime().p99());
        return parts;
    }

    private static void put(Map<String, Object> parts, String name, Optional<Estimate> estimate) {
        estimate.ifPresent(each -> parts.put(name, estimate(each)));
    }

    private static void put(Map<String, Object> parts, String name, OptionalDouble value) {
        value.ifPresent(each -> parts.put(name, each));
    }

    private static Map<String, Double> estimate(Estimate estimate) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("value", estimate.value());
        parts.put("low", estimate.low());
        parts.put("high", estimate.high());
        return parts;
    }
}
