package gilbench.service.execution;

import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;

/** One interpreter and the threads, or the loop, that carry requests out in it. */
interface Lane {
    /** Takes a request over, unless it would have to wait and no place is left; see {@link Carrier#accept}. */
    boolean accept(Request request);

    /** Gives up the place of a request that ended while waiting; says whether it was waiting here. */
    boolean withdraw(Request request);

    /** Requests that wait here. */
    int queued();

    /** Requests taken over and not yet done with: what the least loaded lane has fewest of. */
    int load();

    /** Counters of this interpreter's GIL. */
    GilStatistics gil();

    /** How long the steps of this interpreter held its GIL and waited for it. */
    StepTimes steps();

    /** Stops; see {@link Carrier#close}. */
    void close();
}
