package gilbench.cli;

import gilbench.service.downstream.DelayRegistry;
import gilbench.service.execution.Execution;
import gilbench.service.telemetry.RequestMeters;
import gilbench.service.web.ApiDocument;
import gilbench.service.web.ConnectionWriting;
import gilbench.service.web.ProblemHandler;
import gilbench.service.web.RequestClock;
import gilbench.service.web.ReturnPath;
import gilbench.service.web.ServiceDescription;
import gilbench.service.web.ServiceRoutes;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Map;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocSpecPropertiesConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webflux.core.configuration.SpringDocWebFluxConfiguration;
import org.springdoc.webflux.ui.SwaggerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.info.InfoEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.reactor.autoconfigure.ReactorAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.actuate.web.server.NettyReactiveManagementContextAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.actuate.endpoint.web.WebFluxHealthEndpointExtensionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.validation.Validator;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import tools.jackson.databind.json.JsonMapper;

/** The wiring of the HTTP front. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ApplicationAvailabilityAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    InfoContributorAutoConfiguration.class,
    InfoEndpointAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    NettyReactiveManagementContextAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    ReactorAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    WebFluxHealthEndpointExtensionAutoConfiguration.class,
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocSpecPropertiesConfiguration.class,
    SpringDocWebFluxConfiguration.class,
    SwaggerConfig.class,
    SwaggerUiConfigProperties.class,
    SwaggerUiOAuthProperties.class,
})
@Import(MeterBeans.class)
class ServiceApplication {
    /** Starts the front of {@code execution}; it answers when this returns. */
    static ReactiveWebServerApplicationContext start(
            ServiceDescription description, Execution execution, Foresight foresight, String host, int port) {
        SpringApplication application = new SpringApplication(ServiceApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(ServiceDescription.class, () -> description);
            beans.registerBean(Execution.class, () -> execution, definition -> definition.setDestroyMethodName(""));
            PredictionBeans.addTo(beans, foresight, description.deployment());
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

    /** Springdoc insists on being created at once; the document is seldom asked for, and then there is time. */
    @Bean
    static BeanFactoryPostProcessor lazyDocument() {
        return beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                BeanDefinition bean = beans.getBeanDefinition(name);
                String from = bean.getFactoryBeanName() != null ? bean.getFactoryBeanName() : bean.getBeanClassName();
                if (from != null && from.startsWith("org.springdoc")) {
                    bean.setLazyInit(true);
                }
            }
        };
    }

    /** The endpoints are asked for far more often than documents and meters: their routes are looked up first. */
    @Bean
    static BeanPostProcessor routesFirst() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof RouterFunctionMapping mapping) {
                    mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
                }
                return bean;
            }
        };
    }

    /** Parameters are checked by the endpoints; no bean validation, whose start costs time. */
    @Bean
    WebFluxConfigurer withoutBeanValidation() {
        return new WebFluxConfigurer() {
            @Override
            public Validator getValidator() {
                return Validator.forInstanceOf(Void.class, (_, _) -> {});
            }
        };
    }

    @Bean
    JsonMapper json() {
        return ServiceRoutes.json();
    }

    @Bean
    @Lazy
    OpenAPI apiDocument(ServiceDescription description, ObjectProvider<PredictionBeans.Documenter> predictions) {
        OpenAPI document = ApiDocument.of(description);
        predictions.ifAvailable(documenter -> documenter.addTo(document));
        return document;
    }

    @Bean
    RequestClock requestClock() {
        return new RequestClock();
    }

    @Bean
    ReturnPath returnPath() {
        return ReturnPath.eventLoop();
    }

    @Bean
    ConnectionWriting connectionWriting(ReturnPath path) {
        return new ConnectionWriting(path);
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper json, ReturnPath path) {
        return new ProblemHandler(json, path);
    }

    @Bean
    RouterFunction<ServerResponse> routes(
            Execution execution, ReturnPath path, ServiceDescription description, RequestMeters meters) {
        return ServiceRoutes.of(execution, path, description, new DelayRegistry(), meters);
    }
}
