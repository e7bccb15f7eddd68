package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.End;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"status\":\"ok\",\"outcome\":\"completed\"}|COMPLETED",
                "200|{\"status\":\"ok\",\"outcome\":\"rejected\"}|BAD_ANSWER",
                "200|{\"status\":\"no\",\"outcome\":\"completed\"}|BAD_ANSWER",
                "200|<html>|BAD_ANSWER",
                "204||BAD_ANSWER",
                "503|{\"type\":\"https://x.example/problems/rejected\"}|REJECTED",
                "503|{\"type\":\"rejected\"}|REJECTED",
                "504|{\"type\":\"urn:x/deadline-passed\"}|DEADLINE_PASSED",
                "502|{\"type\":\"/problems/downstream-failed\"}|DOWNSTREAM_FAILED",
                "500|{\"type\":\"/problems/failed\"}|FAILED",
                "500|{\"type\":\"/problems/worker-lost\"}|WORKER_LOST",
                "500|{\"type\":\"/problems/completed\"}|BAD_ANSWER",
                "500|{\"type\":\"/problems/not-connected\"}|BAD_ANSWER",
                "400|{\"type\":\"about:blank\"}|BAD_ANSWER",
                "500|{\"type\":7}|BAD_ANSWER",
                "500|[]|BAD_ANSWER",
                "500|{\"type\":|BAD_ANSWER",
                "503||BAD_ANSWER",
                "302|moved|BAD_ANSWER"
            })
    void end_statusAndBody_sayHowItEnded(int status, String body, End expected) {
        assertThat(new Reply(status, "", body == null ? "" : body).end()).isEqualTo(expected);
    }
}
