package gilbench.cpython.probe;

/** Carries out tasks in probe processes. */
public interface ProbeRunner {
    /**
     * Carries out {@code task} in {@code processes} processes of {@code side} at once and adds up what they observed.
     *
     * @param processes 1 to 8
     * @throws gilbench.bench.runner.Machinery.MachineryException when a process ends or does not answer
     */
    ProbeReply run(ProbeSide side, int processes, ProbeTask task) throws InterruptedException;

    /** What the machine has done so far. */
    MachineReading reading();

    /**
     * Cumulative readings of the processor time of a machine, in seconds.
     *
     * @param at when, on a monotonic clock
     * @param processes of all processes; not that of interrupts, which come with the wake-ups of this program too
     * @param own of this program and the processes that it started
     * @param stolen that the host of a virtual machine gave to others
     * @param cores how many processors
     */
    record MachineReading(double at, double processes, double own, double stolen, int cores) {
        private static final double MOST_STOLEN = 0.02;

        /**
         * Whether others left the machine alone since {@code earlier}: at most {@code mostForeign} of one core used by other
         * processes and at most 2 % of all cores stolen.
         */
        public boolean quietSince(MachineReading earlier, double mostForeign) {
            double length = at - earlier.at;
            double foreign = (processes - earlier.processes) - (own - earlier.own);
            return foreign <= mostForeign * length && stolen - earlier.stolen <= MOST_STOLEN * length * cores;
        }
    }
}
