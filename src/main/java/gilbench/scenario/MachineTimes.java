package gilbench.scenario;

import java.time.Duration;

/**
 * What a machine and its operating system add to what an interpreter does, as far as a prediction needs it.
 *
 * @param timerSlack how much later than asked a timed wait ends
 * @param wake how long a signalled thread takes until it runs
 * @param lateResumeShare share of preempted threads, where three or more compete, that resume only at some moment of the
 *     next tick; 0 to 1
 * @param tick how long the scheduler of the operating system lets a thread run before another that wants the same core
 * @param release processor time of one release and take that nobody contends for
 * @param windowCpu processor time that a thread which waits for a GIL spends at the end of each of its windows
 * @param send how long a send on a connected socket takes
 * @param receive how long a receive takes whose data is there
 * @param loopTick processor time, with the GIL, that an event loop spends on each of its turns
 * @param frontCpu processor time of the HTTP front for one request that comes alone
 * @param driverCpu the same of the load driver, where it runs on the same cores; 0: elsewhere
 * @param delayCpu the same of the delay service for one {@code io} step, where it runs on the same cores; 0: elsewhere
 * @param warmShare share of these three that is needed by what comes less than {@link #COOLING} after the one before; 0 to 1
 * @param dispatch from handing a request to a worker process until it has it
 * @param processStart from starting a worker process until it serves
 * @param parallelEfficiency speed of one core when all are busy, as a share of its speed alone; above 0, at most 1
 */
public record MachineTimes(
        Duration timerSlack,
        WakeLatency wake,
        double lateResumeShare,
        Duration tick,
        Duration release,
        Duration windowCpu,
        Duration send,
        Duration receive,
        Duration loopTick,
        Duration frontCpu,
        Duration driverCpu,
        Duration delayCpu,
        double warmShare,
        Duration dispatch,
        Duration processStart,
        double parallelEfficiency) {
    /**
     * How long a front, a driver or a delay service stays warm: from 25 to 450 requests/s, λ, its processor time for each was seen to
     * follow w + (c − w)·exp(−λ·3 ms), the share of Poisson arrivals that come alone, within 5 %.
     */
    public static final Duration COOLING = Duration.ofMillis(3);

    /**
     * A Linux virtual machine that nobody has calibrated: slack as {@code prctl(PR_SET_TIMERSLACK)} documents it, HZ = 250,
     * the rest as observed with CPython 3.8 to 3.14; windows, loop, front, driver, delay service and dispatch cost nothing.
     */
    public static final MachineTimes TYPICAL = new MachineTimes(
            Duration.ofNanos(50_000),
            new WakeLatency(Duration.ofNanos(15_000), Duration.ofNanos(100_000)),
            0.25,
            Duration.ofMillis(4),
            Duration.ofNanos(75),
            Duration.ZERO,
            Duration.ofNanos(8_000),
            Duration.ofNanos(3_000),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            1,
            Duration.ZERO,
            Duration.ofMillis(60),
            1);

    /** Checks the bounds. */
    public MachineTimes {
        Checks.notNegative("timer-slack", timerSlack);
        Checks.share("late-resume-share", lateResumeShare);
        Checks.positive("tick", tick);
        Checks.notNegative("release", release);
        Checks.notNegative("window-cpu", windowCpu);
        Checks.notNegative("send", send);
        Checks.notNegative("receive", receive);
        Checks.notNegative("loop-tick", loopTick);
        Checks.notNegative("front-cpu", frontCpu);
        Checks.notNegative("driver-cpu", driverCpu);
        Checks.notNegative("delay-cpu", delayCpu);
        Checks.share("warm-share", warmShare);
        Checks.notNegative("dispatch", dispatch);
        Checks.notNegative("process-start", processStart);
        Checks.positive("parallel-efficiency", parallelEfficiency);
        Checks.share("parallel-efficiency", parallelEfficiency);
    }

    /** These times where the load driver spends {@code other} on the same cores. */
    public MachineTimes withDriverCpu(Duration other) {
        return with(send, receive, loopTick, frontCpu, other, delayCpu, warmShare, dispatch, parallelEfficiency);
    }

    /** These times on a machine of another parallel efficiency. */
    public MachineTimes withParallelEfficiency(double other) {
        return with(send, receive, loopTick, frontCpu, driverCpu, delayCpu, warmShare, dispatch, other);
    }

    /**
     * These times for a service that is none of gilbench's: nothing is spent by a front, a driver, a delay service or on
     * dispatch, the turns of its loop are part of what its requests cost, and so are the calls around its waits, which need not
     * be a send and a receive.
     */
    public MachineTimes ofAnotherService() {
        Duration none = Duration.ZERO;
        return with(none, none, none, none, none, none, 1, none, parallelEfficiency);
    }

    private MachineTimes with(
            Duration sending,
            Duration receiving,
            Duration loop,
            Duration front,
            Duration driver,
            Duration delay,
            double warm,
            Duration handing,
            double efficiency) {
        return new MachineTimes(
                timerSlack,
                wake,
                lateResumeShare,
                tick,
                release,
                windowCpu,
                sending,
                receiving,
                loop,
                front,
                driver,
                delay,
                warm,
                handing,
                processStart,
                efficiency);
    }
}
