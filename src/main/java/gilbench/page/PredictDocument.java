package gilbench.page;

import gilbench.predict.Sharing;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Labelled;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.Map;

/** What the OpenAPI document says of {@code POST /predict}. */
public final class PredictDocument {
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private PredictDocument() {}

    /** Adds the endpoint, with its limit. */
    public static void addTo(OpenAPI document, WorkLimit limit) {
        document.path("/predict", new PathItem().post(operation(limit)));
    }

    private static Operation operation(WorkLimit limit) {
        Schema<?> scenario = scenario(limit);
        return new Operation()
                .operationId("predict")
                .summary(
                        "Computes what a deployment would do, by simulation; nothing is served meanwhile on its account")
                .requestBody(new RequestBody().required(true).content(content(JSON, scenario)))
                .responses(new ApiResponses()
                        .addApiResponse("200", response("Predicted", JSON, answer()))
                        .addApiResponse(
                                "400",
                                problem("A key is unknown, a value not parseable or out of bounds, or more than "
                                        + limit.requests() + " requests would be simulated"))
                        .addApiResponse(
                                "503",
                                problem("Another prediction is being made")
                                        .addHeaderObject(
                                                "Retry-After",
                                                new Header()
                                                        .description("Seconds to wait")
                                                        .schema(new StringSchema()))));
    }

    private static Schema<?> scenario(WorkLimit limit) {
        return new ObjectSchema()
                .addProperty("profile", new StringSchema().description("What each request does; or mix"))
                .addProperty(
                        "mix", new StringSchema().description("Several kinds of requests with weights; or profile"))
                .addProperty("model", words(ConcurrencyModel.class))
                .addProperty(
                        "interpreter",
                        new StringSchema().description("gil, per-interpreter-gil, free-threaded or a built-in profile"))
                .addProperty("workers", new IntegerSchema())
                .addProperty("threads", new IntegerSchema())
                .addProperty("cores", new IntegerSchema())
                .addProperty("queue", new IntegerSchema())
                .addProperty("max-in-flight", new IntegerSchema())
                .addProperty("deadline", new StringSchema())
                .addProperty("switch-interval", new StringSchema())
                .addProperty("rate", new NumberSchema().description("Requests per second; or users"))
                .addProperty("arrivals", words(ArrivalPattern.class))
                .addProperty("users", new IntegerSchema().description("Users who wait, then think; or rate"))
                .addProperty("think", new StringSchema())
                .addProperty("ramp", new StringSchema().description("Instead of rate: 50..400, with over"))
                .addProperty("over", new StringSchema().description("How long the ramp takes"))
                .addProperty(
                        "recycle-after",
                        new IntegerSchema()
                                .description("Requests after which a worker process ends and another starts"))
                .addProperty("recycle-jitter", new IntegerSchema().description("Up to so many requests more"))
                .addProperty(
                        "lose-worker-every",
                        new StringSchema().description("Mean time until a worker process is lost, at least 1s"))
                .addProperty("sharing", words(Sharing.class))
                .addProperty("seed", new IntegerSchema())
                .addProperty("replications", new IntegerSchema())
                .addProperty(
                        "requests",
                        new IntegerSchema().description("Most requests to simulate, at most " + limit.requests()))
                .example(Map.of("profile", "python:12ms,io:80ms", "rate", 60, "cores", 4));
    }

    private static Schema<?> answer() {
        return new ObjectSchema()
                .addProperty("schema", new IntegerSchema())
                .addProperty("origin", new StringSchema().example("predicted"))
                .addProperty("state", new StringSchema())
                .addProperty("cells", new ArraySchema().items(new ObjectSchema()))
                .addProperty("notes", new ArraySchema().items(new StringSchema()));
    }

    private static <E extends Enum<E> & Labelled> Schema<String> words(Class<E> type) {
        return new StringSchema()
                ._enum(Arrays.stream(type.getEnumConstants())
                        .map(Labelled::label)
                        .toList());
    }

    private static ApiResponse problem(String description) {
        return response(description, PROBLEM_JSON, new Schema<>().$ref("#/components/schemas/Problem"));
    }

    private static ApiResponse response(String description, String type, Schema<?> schema) {
        return new ApiResponse().description(description).content(content(type, schema));
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
