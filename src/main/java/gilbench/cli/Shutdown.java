package gilbench.cli;

import java.util.concurrent.CountDownLatch;

/** Ends a server on SIGTERM and Ctrl-C: drains it, then exits with 0. */
final class Shutdown {
    private Shutdown() {}

    /**
     * Waits until the process is told to end; never returns.
     *
     * @param drain lets what is in flight end and frees everything
     */
    static void await(Runnable drain) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drainAndHalt(drain), "drain"));
        new CountDownLatch(1).await();
    }

    private static void drainAndHalt(Runnable drain) {
        ExitCode code = ExitCode.INTERNAL_ERROR;
        try {
            drain.run();
            code = ExitCode.OK;
        } finally {
            System.out.flush();
            Runtime.getRuntime().halt(code.code());
        }
    }
}
