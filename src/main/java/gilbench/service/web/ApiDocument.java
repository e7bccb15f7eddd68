package gilbench.service.web;

import gilbench.scenario.BudgetPart;
import gilbench.scenario.Defaults;
import gilbench.scenario.Labelled;
import gilbench.scenario.Limits;
import gilbench.scenario.Outcome;
import gilbench.scenario.StepKind;
import gilbench.scenario.text.DurationText;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** The OpenAPI document of the service, with the bounds that it was started with. */
public final class ApiDocument {
    private static final String DURATION = "^[0-9]+(\\.[0-9]+)?(us|ms|s|m)$";
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final Limits limits;

    private ApiDocument(Limits limits) {
        this.limits = limits;
    }

    /** The document of the service that {@code description} describes. */
    public static OpenAPI of(ServiceDescription description) {
        return new ApiDocument(description.limits()).document(description.version());
    }

    private OpenAPI document(String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("gilbench service")
                        .version(version)
                        .description("Carries out request profiles under a concurrency model and a simulated Python"
                                + " interpreter, and answers where the time of each request went.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .paths(new Paths()
                        .addPathItem("/status", get(status()))
                        .addPathItem("/compute", get(compute()))
                        .addPathItem("/mixed", get(mixed()))
                        .addPathItem("/deployment", get(deployment())))
                .components(new Components()
                        .addSchemas("Answer", answerSchema())
                        .addSchemas("Budget", budgetSchema())
                        .addSchemas("Problem", problemSchema()));
    }

    private Operation status() {
        return request("status", "Waits on the delay service: one io step")
                .addParametersItem(duration(
                        "delay",
                        "How long, in whole milliseconds; at most " + DurationText.format(limits.delay()) + ".",
                        DurationText.format(Defaults.STATUS_DELAY)));
    }

    private Operation compute() {
        return request("compute", "Burns CPU while holding the GIL: one python step")
                .addParametersItem(duration(
                        "cpu",
                        "How much CPU time; at most " + DurationText.format(limits.cpu())
                                + ". Not together with iterations.",
                        DurationText.format(Defaults.COMPUTE_CPU)))
                .addParametersItem(query("iterations", "How many loop iterations; not together with cpu.")
                        .schema(new IntegerSchema()
                                .format("int64")
                                .minimum(BigDecimal.ZERO)
                                .maximum(BigDecimal.valueOf(limits.iterations()))));
    }

    private Operation mixed() {
        return request("mixed", "Carries out any request profile")
                .addParametersItem(query(
                                "profile",
                                "Steps separated by commas, at most " + limits.steps() + "; each is one of "
                                        + Labelled.labels(StepKind.class) + ", a colon and a duration.")
                        .required(true)
                        .example("python:2ms,io:50ms,native:1ms")
                        .schema(new StringSchema()));
    }

    private static Operation deployment() {
        return new Operation()
                .operationId("deployment")
                .summary("Says what is being served")
                .responses(new ApiResponses()
                        .addApiResponse("200", response("What is being served", JSON, new ObjectSchema())));
    }

    private static PathItem get(Operation operation) {
        return new PathItem().get(operation);
    }

    private static Operation request(String id, String summary) {
        return new Operation()
                .operationId(id)
                .summary(summary)
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                response("Completed", JSON, reference("Answer"))
                                        .addHeaderObject("Server-Timing", header("The time budget in milliseconds")))
                        .addApiResponse("400", problem("A parameter is unknown, not parseable or out of bounds"))
                        .addApiResponse("500", problem("The service failed or a worker process was lost"))
                        .addApiResponse("502", problem("The delay service failed"))
                        .addApiResponse(
                                "503",
                                problem("Rejected because the service is saturated")
                                        .addHeaderObject("Retry-After", header("Seconds to wait")))
                        .addApiResponse("504", problem("The deadline passed")));
    }

    private static Parameter duration(String name, String description, String preset) {
        Schema<String> schema = new StringSchema();
        schema.setDefault(preset);
        return query(name, description).schema(schema.pattern(DURATION));
    }

    private static Parameter query(String name, String description) {
        return new QueryParameter().name(name).description(description).required(false);
    }

    private static ApiResponse problem(String description) {
        return response(description, PROBLEM_JSON, reference("Problem"));
    }

    private static ApiResponse response(String description, String type, Schema<?> schema) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(type, new MediaType().schema(schema)));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static Schema<?> answerSchema() {
        return new ObjectSchema()
                .addProperty("status", new StringSchema().example("ok"))
                .addProperty("outcome", new StringSchema().example(Outcome.COMPLETED.label()))
                .addProperty("profile", new StringSchema().description("What was carried out"))
                .addProperty("budget", reference("Budget"));
    }

    private static Schema<?> budgetSchema() {
        Schema<?> budget = new ObjectSchema().description("Wall time in milliseconds; the parts add up to the total");
        for (BudgetPart part : BudgetPart.values()) {
            budget.addProperty(part.label(), new NumberSchema());
        }
        return budget.addProperty("total", new NumberSchema());
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("Problem details (RFC 9457)")
                .addProperty(
                        "type",
                        new StringSchema()
                                ._enum(Stream.concat(
                                                Stream.of("bad-input", "not-found", "method-not-allowed"),
                                                Stream.of(Outcome.values())
                                                        .filter(outcome -> outcome != Outcome.COMPLETED)
                                                        .map(Outcome::label))
                                        .map(Problem::type)
                                        .toList()))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("outcome", new StringSchema())
                .addProperty("budget", reference("Budget"))
                .addProperty("parameter", new StringSchema().description("Of a bad input: which parameter"))
                .addProperty("value", new StringSchema().description("Of a bad input: its value"))
                .addProperty("bound", new StringSchema().description("Of a bad input: what it must be"));
    }
}
