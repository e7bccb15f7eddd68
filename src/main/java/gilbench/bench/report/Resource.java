package gilbench.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts on the class path. */
final class Resource {
    private Resource() {}

    /** A text beside this class. */
    static String own(String name) {
        return read("/gilbench/bench/report/" + name);
    }

    /** The charting library. */
    static String echarts() {
        return read("/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js");
    }

    private static String read(String path) {
        try (InputStream in = Resource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
