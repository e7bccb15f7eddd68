package gilbench.cli;

import gilbench.page.ArrivalLog;
import gilbench.scenario.RequestProfile;
import gilbench.service.execution.Execution;
import gilbench.service.telemetry.ExecutionMeters;
import gilbench.service.telemetry.HttpMeters;
import gilbench.service.telemetry.MachineMeters;
import gilbench.service.telemetry.PredictionMeters;
import gilbench.service.telemetry.RequestMeters;
import gilbench.service.web.HttpTiming;
import gilbench.service.web.ServiceDescription;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of what a service tells about itself. */
@Configuration(proxyBeanMethods = false)
class MeterBeans {
    @Bean
    RequestMeters requestMeters(
            MeterRegistry registry, ServiceDescription description, ObjectProvider<ArrivalLog> arrivals) {
        Consumer<RequestProfile> answered = arrivals.getIfAvailable();
        return answered == null
                ? new RequestMeters(registry, description.objective())
                : new RequestMeters(registry, description.objective(), answered);
    }

    @Bean
    ExecutionMeters executionMeters(Execution execution, ServiceDescription description) {
        return new ExecutionMeters(execution::statistics, description.deployment());
    }

    @Bean
    MachineMeters machineMeters() {
        return MachineMeters.ofThisMachine();
    }

    @Bean
    PredictionMeters predictionMeters(MeterRegistry registry) {
        return new PredictionMeters(registry);
    }

    @Bean
    HttpTiming httpTiming(MeterRegistry registry) {
        return new HttpTiming(new HttpMeters(registry));
    }

    @Bean
    MeterFilter commonTags(ServiceDescription description) {
        return MeterFilter.commonTags(Tags.of(
                "model", description.deployment().model().label(),
                "interpreter", description.deployment().interpreter().kind().label(),
                "runtime", description.deployment().runtime().label(),
                "run", description.run()));
    }
}
