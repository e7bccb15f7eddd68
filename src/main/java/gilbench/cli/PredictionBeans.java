package gilbench.cli;

import gilbench.page.ArrivalLog;
import gilbench.page.LivePrediction;
import gilbench.page.PredictDocument;
import gilbench.page.PredictRoutes;
import gilbench.page.PredictionDesk;
import gilbench.page.WorkLimit;
import gilbench.predict.Prediction;
import gilbench.scenario.Deployment;
import gilbench.scenario.MachineTimes;
import gilbench.service.telemetry.PredictionMeters;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.reactive.function.server.RouterFunction;

/** The wiring of what a service predicts. */
final class PredictionBeans {
    private static final long PACE_SECONDS = 15;

    private PredictionBeans() {}

    /** Adds what the endpoint adds to the document of the service. */
    interface Documenter {
        /** Adds it to {@code document}. */
        void addTo(OpenAPI document);
    }

    /** Adds what {@code foresight} wants. */
    static void addTo(GenericApplicationContext beans, Foresight foresight, Deployment deployment) {
        beans.registerBean(PredictionDesk.class, PredictionDesk::new, bean -> bean.setLazyInit(true));
        foresight.asked().ifPresent(limit -> addEndpoint(beans, limit));
        foresight.shown().ifPresent(times -> addMeters(beans, deployment, times));
    }

    private static void addEndpoint(GenericApplicationContext beans, WorkLimit limit) {
        beans.registerBean(Documenter.class, () -> document -> PredictDocument.addTo(document, limit));
        beans.registerBean(
                "predictRoutes",
                RouterFunction.class,
                () -> PredictRoutes.of(
                        beans.getBean(PredictionDesk.class), limit, MixText::parse, PredictedRun::document));
    }

    private static void addMeters(GenericApplicationContext beans, Deployment deployment, MachineTimes times) {
        beans.registerBean(ArrivalLog.class, () -> new ArrivalLog(System::nanoTime));
        beans.registerBean(Pace.class, () -> {
            PredictionMeters meters = beans.getBean(PredictionMeters.class);
            return Pace.of(new LivePrediction(
                    deployment,
                    times,
                    beans.getBean(ArrivalLog.class),
                    beans.getBean(PredictionDesk.class),
                    made -> show(meters, made)));
        });
    }

    private static void show(PredictionMeters meters, Optional<Prediction> made) {
        made.ifPresentOrElse(
                each -> meters.show(
                        each.offered(),
                        each.throughput().value(),
                        each.responseTime().p50().map(p50 -> p50.value()).orElse(0.0),
                        each.responseTime().p99().map(p99 -> p99.value()).orElse(0.0)),
                meters::clear);
    }

    /** Runs something again and again until closed. */
    record Pace(ScheduledExecutorService executor) implements AutoCloseable {
        static Pace of(Runnable what) {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("prediction-pace").factory());
            var _ = executor.scheduleWithFixedDelay(what, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
            return new Pace(executor);
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
