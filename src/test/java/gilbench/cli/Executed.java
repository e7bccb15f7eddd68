package gilbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command line of {@code predict} or {@code size} printed, and how it ended. */
record Executed(int code, String out, String err) {
    /** Executes {@code line}, in which {@code ''} is an empty argument, with its report in {@code folder}. */
    static Executed of(Path folder, String line) {
        List<String> arguments = new ArrayList<>();
        for (String each : line.strip().split(" ", -1)) {
            arguments.add(each.equals("''") ? "" : each);
        }
        arguments.addAll(List.of("--out", folder.resolve("report").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Executed(code, out.toString(), err.toString());
    }

    /** The first cell of what was printed as JSON. */
    JsonNode cell() {
        return JsonMapper.builder().build().readTree(out).get("cells").get(0);
    }

    /** The completed requests per second of that cell. */
    double throughput() {
        return cell().get("throughput").get("value").asDouble();
    }
}
