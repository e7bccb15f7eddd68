package gilbench.cli;

import gilbench.service.downstream.DelayRegistry;
import gilbench.service.execution.Execution;
import gilbench.service.telemetry.ExecutionMeters;
import gilbench.service.telemetry.RequestMeters;
import gilbench.service.web.ProblemHandler;
import gilbench.service.web.RequestClock;
import gilbench.service.web.ServiceDescription;
import gilbench.service.web.ServiceRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The wiring of the HTTP front. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ServiceApplication {
    /** Starts the front of {@code execution}; it answers when this returns. */
    static ReactiveWebServerApplicationContext start(
            ServiceDescription description, Execution execution, String host, int port) {
        SpringApplication application = new SpringApplication(ServiceApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(ServiceDescription.class, () -> description);
            beans.registerBean(Execution.class, () -> execution, definition -> definition.setDestroyMethodName(""));
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "options",
                            Map.of(
                                    "server.address",
                                    host,
                                    "server.port",
                                    port,
                                    "spring.lifecycle.timeout-per-shutdown-phase",
                                    description
                                            .deployment()
                                            .deadline()
                                            .plusSeconds(5)
                                            .toString())));
        });
        return (ReactiveWebServerApplicationContext)
                application.run("--spring.config.location=classpath:/gilbench/service.properties");
    }

    @Bean
    JsonMapper json() {
        return ServiceRoutes.json();
    }

    @Bean
    RequestClock requestClock() {
        return new RequestClock();
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper json) {
        return new ProblemHandler(json);
    }

    @Bean
    RequestMeters requestMeters(MeterRegistry registry) {
        return new RequestMeters(registry);
    }

    @Bean
    ExecutionMeters executionMeters(Execution execution, ServiceDescription description) {
        return new ExecutionMeters(
                execution::statistics, description.deployment().workers());
    }

    @Bean
    MeterFilter commonTags(ServiceDescription description) {
        return MeterFilter.commonTags(Tags.of(
                "model", description.deployment().model().label(),
                "interpreter", description.deployment().interpreter().kind().label(),
                "run", description.run()));
    }

    @Bean
    RouterFunction<ServerResponse> routes(Execution execution, ServiceDescription description, RequestMeters meters) {
        return ServiceRoutes.of(execution, description, new DelayRegistry(), meters);
    }
}
