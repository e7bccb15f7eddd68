package gilbench.bench.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A whole HTML file that asks nothing of anybody; its policy allows its own scripts and style alone. */
final class HtmlFile {
    private static final List<String> SCRIPTS =
            List.of("base.js", "strip.js", "curve.js", "budget.js", "seconds.js", "order.js", "heat.js", "draw.js");

    private HtmlFile() {}

    /** A file without scripts. */
    static String still(String title, String body) {
        return of(title, body, "", List.of());
    }

    /** A file whose charts are drawn from {@code data}. */
    static String drawn(String title, String body, Object data) {
        String library = Html.script(Resource.echarts());
        String script = script();
        String scripts = Template.fill(
                Resource.own("scripts.html"),
                Map.of("data", Html.json(Json.MAPPER.writeValueAsString(data)), "library", library, "script", script));
        return of(title, body, scripts, List.of(library, script));
    }

    /** The script of the charts, in a scope of its own. */
    static String script() {
        return SCRIPTS.stream()
                .map(Resource::own)
                .map(Html::script)
                .collect(Collectors.joining("\n", "\n'use strict';\n(() => {\n", "})();\n"));
    }

    private static String of(String title, String body, String scripts, List<String> allowed) {
        String style = "\n" + Resource.own("report.css");
        return Template.fill(
                Resource.own("frame.html"),
                Map.of(
                        "policy",
                        policy(style, allowed),
                        "style",
                        style,
                        "title",
                        Html.escaped(title),
                        "body",
                        body,
                        "scripts",
                        scripts));
    }

    private static String policy(String style, List<String> scripts) {
        return "default-src 'none'; script-src "
                + (scripts.isEmpty()
                        ? "'none'"
                        : scripts.stream().map(HtmlFile::hash).collect(Collectors.joining(" ")))
                + "; style-src " + hash(style) + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
