package gilbench.operation;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Checks manifests with the models of the Kubernetes client library; the parts of custom resources that the library has no
 * model of, by the fields of their definitions that are used here.
 */
final class Manifest {
    private interface Model {
        void check(JsonElement json) throws IOException;
    }

    private static final Map<String, Model> MODELS = Map.ofEntries(
            Map.entry("v1/Namespace", V1Namespace::validateJsonElement),
            Map.entry("v1/Service", V1Service::validateJsonElement),
            Map.entry("v1/ConfigMap", V1ConfigMap::validateJsonElement),
            Map.entry("apps/v1/Deployment", V1Deployment::validateJsonElement),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement),
            Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement));

    private Manifest() {}

    static void check(JsonNode manifest) throws IOException {
        String kind = manifest.path("apiVersion").asString() + "/"
                + manifest.path("kind").asString();
        switch (kind) {
            case "monitoring.coreos.com/v1/ServiceMonitor" -> serviceMonitor(custom(manifest));
            case "k6.io/v1alpha1/TestRun" -> testRun(custom(manifest));
            default -> known(kind).check(gson(manifest));
        }
    }

    private static Model known(String kind) {
        Model model = MODELS.get(kind);
        if (model == null) {
            throw new IllegalArgumentException("no model of " + kind);
        }
        return model;
    }

    private static JsonNode custom(JsonNode manifest) throws IOException {
        fields(manifest, "apiVersion", "kind", "metadata", "spec");
        V1ObjectMeta.validateJsonElement(gson(manifest.path("metadata")));
        return manifest.path("spec");
    }

    private static void serviceMonitor(JsonNode spec) throws IOException {
        fields(spec, "selector", "endpoints");
        V1LabelSelector.validateJsonElement(gson(spec.path("selector")));
        spec.path("endpoints").forEach(endpoint -> fields(endpoint, "port", "path", "interval"));
    }

    private static void testRun(JsonNode spec) throws IOException {
        fields(spec, "parallelism", "separate", "arguments", "script", "runner");
        fields(spec.path("script"), "configMap");
        fields(spec.path("script").path("configMap"), "name", "file");
        JsonNode runner = spec.path("runner");
        fields(runner, "image", "env", "resources", "securityContext", "containerSecurityContext");
        V1ResourceRequirements.validateJsonElement(gson(runner.path("resources")));
        V1PodSecurityContext.validateJsonElement(gson(runner.path("securityContext")));
        V1SecurityContext.validateJsonElement(gson(runner.path("containerSecurityContext")));
        for (JsonNode variable : runner.path("env")) {
            V1EnvVar.validateJsonElement(gson(variable));
        }
    }

    private static void fields(JsonNode object, String... names) {
        if (!Set.copyOf(object.propertyNames()).equals(Set.of(names))) {
            throw new IllegalArgumentException("fields " + object.propertyNames() + " must be " + Set.of(names));
        }
    }

    private static JsonElement gson(JsonNode json) {
        return JsonParser.parseString(json.toString());
    }
}
