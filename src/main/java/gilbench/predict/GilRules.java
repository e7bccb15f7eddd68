package gilbench.predict;

import gilbench.scenario.Interpreter;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;

/**
 * How threads of one interpreter share its GIL.
 *
 * @param window how long a waiter waits before it requests a drop: switch interval and timer slack, nanoseconds
 * @param windowCpu processor time that the end of a window takes, nanoseconds
 * @param pollGap from a drop request until the holder sees it, nanoseconds
 * @param choice whom a release signals
 * @param stealing with which probability the waiter that requested takes the signal instead
 * @param wake from being signalled until running
 * @param resume from the switch that a forced releaser waits for until it goes on
 * @param lateShare share of preempted threads, where three or more compete, that resume at any moment of the next tick
 * @param tick nanoseconds
 */
record GilRules(
        long window,
        long windowCpu,
        long pollGap,
        WaiterChoice choice,
        SignalStealing stealing,
        Delay wake,
        Delay resume,
        double lateShare,
        long tick) {
    static GilRules of(Interpreter interpreter, MachineTimes times) {
        return new GilRules(
                interpreter.switchInterval().plus(times.timerSlack()).toNanos(),
                times.windowCpu().toNanos(),
                interpreter.pollGap().toNanos(),
                interpreter.waiterChoice(),
                interpreter.signalStealing(),
                Delay.of(times.wake()),
                Delay.of(times.wake()),
                times.lateResumeShare(),
                times.tick().toNanos());
    }
}
