package gilbench.profile;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** A process and all that descend from it. */
public interface ProcessTree {
    /**
     * What each of them has used until now.
     *
     * @throws ProfileException when the process has ended, or nobody counts its time
     */
    TreeTime time();

    /** The processes that answer at {@code port}: they listen there, and none of their children does. Empty when it cannot be told. */
    Set<Long> listening(int port);

    /** The name of the program that {@code pid} runs, such as {@code python3.13}; empty when it cannot be told. */
    String program(long pid);

    /** The tree below {@code pid} on this machine. */
    static ProcessTree of(long pid) {
        return new ProcTree(
                Path.of("/proc"),
                pid,
                () -> ProcessHandle.of(pid)
                        .map(root -> Stream.concat(Stream.of(root), root.descendants())
                                .map(ProcessHandle::pid))
                        .orElseGet(Stream::empty));
    }
}
