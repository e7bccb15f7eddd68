package gilbench.predict;

import static gilbench.predict.Models.MS;
import static gilbench.predict.Models.rules;
import static gilbench.scenario.StepKind.IO;
import static gilbench.scenario.StepKind.NATIVE;
import static gilbench.scenario.StepKind.PYTHON;

import gilbench.predict.Model.Choice;
import gilbench.scenario.WaiterChoice;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation against textbook formulas, μ = 100/s unless told otherwise. */
class QueueingTheoryTest {
    private static final Delay EXPONENTIAL = Delay.exponential(10 * MS);
    private static final Delay ERLANG = QueueingTheoryTest::erlang;
    private static final Delay HYPEREXPONENTIAL = QueueingTheoryTest::hyperexponential;

    /** Two exponential phases with balanced means and squared coefficient of variation 4, mean 10 ms. */
    private static long hyperexponential(SplittableRandom random) {
        double p = (1 + Math.sqrt(3.0 / 5)) / 2;
        double mean = random.nextDouble() < p ? 10e6 / (2 * p) : 10e6 / (2 * (1 - p));
        return Math.round(-mean * Math.log(1 - random.nextDouble()));
    }

    /** Two exponential phases in a row: squared coefficient of variation 1/2, mean 10 ms. */
    private static long erlang(SplittableRandom random) {
        return Math.round(-5e6 * (Math.log(1 - random.nextDouble()) + Math.log(1 - random.nextDouble())));
    }

    @Test
    void mm1_rho80_meanNumberAndTail() {
        Replicated seen =
                Replicated.of(Models.pool(1).kind(1, PYTHON, EXPONENTIAL).poisson(80), 1200);
        seen.meanResponse(50);
        seen.inFlight(4);
        seen.is(each -> each.allTimes().quantile(0.99) / 1e6, 230.26);
    }

    @Test
    void md1_rho80_mean() {
        Replicated.of(Models.pool(1).kind(1, PYTHON, Delay.constant(10 * MS)).poisson(80), 400)
                .meanResponse(30);
    }

    @Test
    void mg1_erlangService_mean() {
        Replicated.of(Models.pool(1).kind(1, PYTHON, ERLANG).poisson(80), 600).meanResponse(40);
    }

    @Test
    void mg1_hyperexponentialService_mean() {
        Replicated.of(Models.pool(1).kind(1, PYTHON, HYPEREXPONENTIAL).poisson(80), 2000)
                .meanResponse(110);
    }

    @ParameterizedTest
    @CsvSource({"2,160,27.7778", "4,320,17.4554", "8,640,12.8603", "4,200,10.8696"})
    void mmc_sharedQueueOfWorkers_mean(int workers, double rate, double millis) {
        Replicated.of(
                        Models.pool(1)
                                .groups(workers, Choice.SHARED)
                                .kind(1, PYTHON, EXPONENTIAL)
                                .poisson(rate),
                        200)
                .meanResponse(millis);
    }

    @Test
    void mmc_threadsOfOneProcessWithoutGil_mean() {
        Replicated.of(Models.pool(4).kind(1, NATIVE, EXPONENTIAL).poisson(320), 200)
                .meanResponse(17.4554);
    }

    @Test
    void mmc_coresAsServers_mean() {
        Replicated.of(Models.pool(4096).cores(4).kind(1, PYTHON, EXPONENTIAL).poisson(320), 200)
                .meanResponse(17.4554);
    }

    @Test
    void severalMm1_hashedWorkers_mean() {
        Replicated.of(
                        Models.pool(1)
                                .groups(4, Choice.HASHED)
                                .kind(1, PYTHON, EXPONENTIAL)
                                .poisson(320),
                        300)
                .meanResponse(50);
    }

    @Test
    void mm1k_tenPlaces_lossNumberAndMean() {
        Replicated seen = Replicated.of(
                Models.pool(1).queue(9).kind(1, PYTHON, EXPONENTIAL).poisson(120), 300);
        seen.loss(0.192586);
        seen.inFlight(6.7107);
        seen.meanResponse(69.261);
    }

    @Test
    void mmck_fourThreadsFortyPlaces_lossAndMean() {
        Replicated seen = Replicated.of(
                Models.pool(4).queue(40).kind(1, PYTHON, EXPONENTIAL).poisson(420), 300);
        seen.loss(0.0542065);
        seen.meanResponse(75.454);
    }

    @ParameterizedTest
    @CsvSource({"3000,0.0144090", "4000,0.115984"})
    void erlangB_fortyThreadsNoQueue_lossWhateverTheDistribution(double rate, double loss) {
        Replicated.of(
                        Models.pool(40)
                                .queue(0)
                                .kind(1, NATIVE, Delay.constant(10 * MS))
                                .poisson(rate),
                        60)
                .loss(loss);
        Replicated.of(Models.pool(40).queue(0).kind(1, IO, EXPONENTIAL).poisson(rate), 60)
                .loss(loss);
    }

    @Test
    void erlangB_boundOnRequestsInFlight_loss() {
        Replicated.of(
                        Models.threadEach()
                                .maxInFlight(40)
                                .kind(1, NATIVE, EXPONENTIAL)
                                .poisson(4000),
                        20)
                .loss(0.115984);
    }

    @Test
    void mgInfinity_loopThatOnlyWaits_number() {
        Replicated.of(Models.loop().kind(1, IO, Delay.constant(50 * MS)).poisson(1000), 30)
                .inFlight(50);
    }

    @ParameterizedTest
    @CsvSource({"1,100", "2,192.3077", "4,344.6602", "5,400.4666", "8,484.7900", "16,499.9981"})
    void meanValueAnalysis_gilAndDelay_throughput(int threads, double throughput) {
        Replicated.of(
                        Models.pool(threads)
                                .gil(rules(1000, WaiterChoice.FIFO))
                                .kind(1, PYTHON, Delay.exponential(2 * MS), IO, Delay.exponential(8 * MS))
                                .closed(threads, Delay.NONE),
                        60)
                .throughput(throughput);
    }

    @ParameterizedTest
    @CsvSource({"8,798.341", "16,1526.922", "32,1998.857"})
    void meanValueAnalysis_fourCoresAndThinkTime_throughput(int users, double throughput) {
        Replicated.of(
                        Models.pool(4)
                                .kind(1, PYTHON, Delay.exponential(2 * MS))
                                .closed(users, Delay.exponential(8 * MS)),
                        60)
                .throughput(throughput);
    }

    @Test
    void fortyTokens_hundredMillisWaitAndOneOfGil_productForm() {
        Replicated.of(
                        Models.pool(40)
                                .gil(rules(0.05, WaiterChoice.RANDOM))
                                .kind(1, PYTHON, Delay.exponential(MS), IO, Delay.exponential(100 * MS))
                                .closed(200, Delay.NONE),
                        30)
                .throughput(393.67);
    }

    @Test
    void fortyTokens_fiveMillisOfGil_nearTheGilsCapacity() {
        Replicated.of(
                        Models.pool(40)
                                .gil(rules(5, WaiterChoice.RANDOM))
                                .kind(1, PYTHON, Delay.exponential(5 * MS), IO, Delay.exponential(100 * MS))
                                .closed(200, Delay.NONE),
                        30)
                .throughput(199.99);
    }
}
