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
     * @param busy of all processes and of the kernel
     * @param own of this program and the processes that it started
     * @param stolen that the host of a virtual machine gave to others
     * @param cores how many processors
     */
    record MachineReading(double at, double busy, double own, double stolen, int cores) {
        private static final double MOST_STOLEN = 0.02;

        /**
         * Whether others left the machine alone since {@code earlier}: at most {@code mostForeign} of one core used by other
         * processes and at most 2 % of all cores stolen.
         */
        public boolean quietSince(MachineReading earlier, double mostForeign) {
            double length = at - earlier.at;
            double foreign = (busy - earlier.busy) - (own - earlier.own);
            return foreign <= mostForeign * length && stolen - earlier.stolen <= MOST_STOLEN * length * cores;
        }
    }
}
