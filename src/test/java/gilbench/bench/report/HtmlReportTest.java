package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.RunResult;
import gilbench.scenario.NamedDeployment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HtmlReportTest {
    private static final RunResult RESULT = SampleRun.quick();
    private static final String HTML = HtmlReport.of(RESULT);
    private static final String MARKUP = HTML.replaceAll("(?s)<script>.*?</script>", "");

    @Test
    void of_quick_namesEveryDeploymentAndEveryExperiment() {
        assertThat(MARKUP)
                .contains(RESULT.plan().deployments().stream()
                        .map(NamedDeployment::name)
                        .toList())
                .contains("2 × python:200ms", "5 × io:2s", "python:5ms,io:50ms");
    }

    @Test
    void of_quick_saysThatItIsQuick() {
        assertThat(MARKUP).contains("This is a quick run").contains("within one launch");
        assertThat(HtmlReport.of(SampleRun.backend()))
                .doesNotContain("This is a quick run")
                .contains("5 launches of each deployment");
    }

    @Test
    void of_anyRun_asksNothingOfAnyServer() {
        assertThat(MARKUP)
                .doesNotContainPattern("(?i)(src|srcset|action|poster|data)\\s*=\\s*[\"']")
                .doesNotContainPattern("(?i)href\\s*=\\s*[\"'](?!#)")
                .doesNotContainPattern("(?i)url\\(|@import|https?://|<link|<iframe|<object|<embed");
        assertThat(HtmlFile.script()).doesNotContainPattern("fetch\\(|XMLHttpRequest|import\\(|https?://");
    }

    @Test
    void of_anyRun_allowsExactlyItsOwnScriptsAndStyle() throws Exception {
        String policy = found("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", HTML)
                .getFirst();

        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
        List<String> scripts = found("(?s)<script>(.*?)</script>", HTML);
        assertThat(scripts).hasSize(2);
        for (String script : scripts) {
            assertThat(policy).contains(hash(script));
        }
        assertThat(policy).contains(hash(found("(?s)<style>(.*?)</style>", HTML).getFirst()));
        assertThat(MARKUP).doesNotContainPattern("<[^>]* (style|on[a-z]+)=");
    }

    @Test
    void of_titleWithMarkup_isEscapedEverywhere() {
        String html = HtmlReport.of(SampleRun.quick("</title><script>alert('x')</script> & {{data}}"));

        assertThat(html)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; {{data}}");
    }

    @Test
    void of_anyRun_holdsItsDataAsJson() {
        JsonNode data =
                Json.MAPPER.readTree(found("(?s)<script id=\"data\" type=\"application/json\">(.*?)</script>", HTML)
                        .getFirst());

        assertThat(data.at("/deployments")).hasSize(5);
        assertThat(data.at("/speedups/0/rows")).hasSize(5);
        assertThat(data.at("/speedups/0/rows/0/observations")).hasSize(5);
        assertThat(data.at("/elapsed/0/reference").asDouble()).isEqualTo(2.0);
        assertThat(data.at("/loads/0/points")).hasSize(10);
        assertThat(data.at("/loads/0/points/0/metrics/p99").isNull()).isTrue();
        assertThat(data.at("/loads/0/points/0/metrics/throughput/value").asDouble())
                .isPositive();
        assertThat(data.at("/order/starts")).hasSize(5);
    }

    @Test
    void of_fewRequests_showsNoPercentile() {
        assertThat(MARKUP).contains(">n/a</td>");
    }

    @Test
    void of_lowerBoundCell_showsAtLeast() {
        assertThat(MARKUP).containsPattern("≥ [0-9,]+").contains("<span class=\"badge caution\">lower bound</span>");
    }

    @Test
    void of_pairOfDeployments_showsWhatDiffers() {
        assertThat(MARKUP).contains("model (thread-per-request | virtual-threads)");
    }

    @Test
    void of_anyRun_hasAPlaceForEveryChart() {
        assertThat(found("data-chart=\"([a-z]+)\"", MARKUP))
                .contains("speedups", "elapsed", "curve", "budget", "seconds", "order");
    }

    @Test
    void script_endOfElement_isBroken() {
        assertThat(Html.script("a = '</script>' + '<!--'")).isEqualTo("a = '<\\/script>' + '<\\!--'");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String hash(String content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
