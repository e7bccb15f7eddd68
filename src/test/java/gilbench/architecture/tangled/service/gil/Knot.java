package gilbench.architecture.tangled.service.gil;

import gilbench.architecture.tangled.bench.stats.Loop;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Breaks every rule: the service imports the bench, and a pure package imports frameworks. */
public record Knot(Loop loop, Environment environment, Mono<String> mono, JsonNode node) {}
