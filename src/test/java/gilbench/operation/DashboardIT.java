package gilbench.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.cli.ServerProcess;
import gilbench.operation.Dashboard.Query;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The dashboard against a real Prometheus that scrapes a real service under real load. */
@Timeout(300)
class DashboardIT {
    private static final Dashboard DASHBOARD = Dashboard.provisioned();
    private static final String CALIBRATION = "{\"units-per-second\":30000000.0}";
    private static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(100));

    @TempDir
    private Path folder;

    /** Predictions are made every 15 s for the load since. Exempt: annotations, which return data at the moment of a change only. */
    @Test
    void panels_afterARunOfK6_allReturnData() throws Exception {
        Command.needs("k6");
        try (ServerProcess server =
                        serve("--model", "worker-processes", "--workers", "2", "--threads", "20", "--predict-meters");
                Prometheus prometheus = Prometheus.scraping(URI.create(server.url()), folder)) {
            Command k6 = k6(server.url(), prometheus.uri());

            assertThat(k6.exitCode()).as(k6.output()).isZero();
            assertThat(withoutData(prometheus)).isEmpty();
            for (Query annotation : DASHBOARD.annotationQueries()) {
                prometheus.query(annotation.toAll("20s"));
            }
        }
    }

    private static List<String> withoutData(Prometheus prometheus) throws Exception {
        List<String> without = new ArrayList<>();
        for (Query query : DASHBOARD.panelQueries()) {
            JsonNode result = prometheus.query(query.toAll("20s"));
            boolean number = result.valueStream()
                    .anyMatch(each -> !each.path("value").path(1).asString().equals("NaN"));
            if (!number) {
                without.add(query + " returned " + result);
            }
        }
        return without;
    }

    private static Command k6(String service, URI prometheus) throws Exception {
        ProcessBuilder k6 = new ProcessBuilder(
                "k6", "run", "--quiet", "--out", "experimental-prometheus-rw", "src/test/resources/k6/smoke.js");
        k6.environment()
                .putAll(Map.of(
                        "BASE_URL", service,
                        "RATE", "10",
                        "DURATION", "32s",
                        "K6_PROMETHEUS_RW_SERVER_URL", prometheus + "/api/v1/write",
                        "K6_PROMETHEUS_RW_TREND_STATS", "p(50),p(95),p(99),max",
                        "K6_PROMETHEUS_RW_PUSH_INTERVAL", "1s"));
        return Command.run(k6);
    }

    /** 60 requests a second of 100 ms each on 40 threads: 15 % of capacity. */
    @Test
    void p99_wellBelowCapacity_liesInTheReportsBucketOrItsNeighbour() throws Exception {
        try (ServerProcess server = serve();
                LoadDriver driver = LoadDriver.embedded();
                Prometheus prometheus = Prometheus.scraping(URI.create(server.url()), folder)) {
            drive(driver, server, Duration.ofSeconds(10));

            Measurement measured = drive(driver, server, Duration.ofSeconds(20));

            double reported = measured.responseTime().quantile(0.99).orElseThrow();
            double shown = prometheus.value(DASHBOARD.query("p99").toAll("18s"));
            List<Double> bounds = bounds(server);
            assertThat(bucket(bounds, shown))
                    .as("p99 of the report %s s, of the dashboard %s s", reported, shown)
                    .isCloseTo(bucket(bounds, reported), within(1));
        }
    }

    private static Measurement drive(LoadDriver driver, ServerProcess server, Duration window) throws Exception {
        return driver.drive(new LoadRequest(
                URI.create(server.url()),
                IO,
                new Workload.Open(ArrivalPattern.CONSTANT, 60),
                Duration.ofSeconds(1),
                window,
                1,
                1000,
                Duration.ofSeconds(30)));
    }

    private static int bucket(List<Double> bounds, double seconds) {
        return (int) bounds.stream().filter(bound -> bound < seconds).count();
    }

    private static List<Double> bounds(ServerProcess server) throws Exception {
        return Scrape.of(server.url())
                .lines()
                .filter(line -> line.startsWith("queue_wait_seconds_bucket"))
                .map(line -> line.replaceAll(".*le=\"([^\"]*)\".*", "$1"))
                .filter(bound -> !bound.equals("+Inf"))
                .map(Double::valueOf)
                .toList();
    }

    private static ServerProcess serve(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("serve", "--port", "0", "--calibration", CALIBRATION));
        command.addAll(List.of(options));
        return ServerProcess.start(command.toArray(String[]::new));
    }

    @Test
    void meters_scraped_haveTheNamesOfTheEnum() throws Exception {
        try (ServerProcess server = serve()) {
            List<String> scraped = Scrape.of(server.url())
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceAll("[{ ].*", ""))
                    .distinct()
                    .toList();

            assertThat(scraped)
                    .containsAll(PromNames.ofEnum().stream()
                            .filter(name -> !name.startsWith("http_server_requests_seconds_bucket"))
                            .toList());
        }
    }
}
