package gilbench.profile;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a tree of processes from {@code /proc}, see proc(5): {@code task/TID/schedstat} has the nanoseconds that each thread
 * was on a processor and that it waited for one, {@code stat} the ticks of the whole process, threads that have ended included.
 */
final class ProcTree implements ProcessTree {
    /** Of one clock tick, 100 in a second on every Linux. */
    private static final long TICK = 10_000_000;

    /** Fields of {@code stat} behind the name, counted from the state: user time, system time and parent. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int PARENT = 1;

    private final Path proc;
    private final long root;
    private final Supplier<Stream<Long>> family;

    ProcTree(Path proc, long root, Supplier<Stream<Long>> family) {
        this.proc = proc;
        this.root = root;
        this.family = family;
    }

    @Override
    public TreeTime time() {
        Map<Long, ProcessTime> processes = new HashMap<>();
        family.get().forEach(pid -> process(pid).ifPresent(time -> processes.put(pid, time)));
        ProcessTime time = processes.get(root);
        if (time == null) {
            throw new ProfileException("process " + root + " is not there any more");
        }
        if (time.threads().isEmpty()) {
            throw new ProfileException("this system does not count the processor time of threads: "
                    + proc.resolve(root + "/task/*/schedstat") + " cannot be read");
        }
        return new TreeTime(processes);
    }

    private Optional<ProcessTime> process(long pid) {
        return stat(pid).map(fields -> {
            Map<Long, Long> threads = new HashMap<>();
            long waited = threads(pid, threads);
            long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
            return new ProcessTime(threads, TICK * ticks, waited);
        });
    }

    /** Puts the processor time of each thread into {@code used}, and returns how long they all waited for a processor. */
    private long threads(long pid, Map<Long, Long> used) {
        long waited = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(proc.resolve(pid + "/task"))) {
            for (Path task : tasks) {
                Optional<String> times = text(task.resolve("schedstat"));
                if (times.isPresent()) {
                    String[] numbers = times.get().strip().split(" ", -1);
                    used.put(Long.parseLong(task.getFileName().toString()), Long.parseLong(numbers[0]));
                    waited += Long.parseLong(numbers[1]);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            used.clear();
        }
        return waited;
    }

    private Optional<String[]> stat(long pid) {
        return text(proc.resolve(pid + "/stat"))
                .map(line -> line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1));
    }

    @Override
    public Set<Long> listening(int port) {
        Set<String> sockets = new ListeningSockets(proc).at(root, port);
        Set<Long> holders = new HashSet<>();
        family.get().filter(pid -> holds(pid, sockets)).forEach(holders::add);
        Set<Long> parents = new HashSet<>();
        holders.forEach(pid -> stat(pid).ifPresent(fields -> parents.add(Long.parseLong(fields[PARENT]))));
        holders.removeAll(parents);
        return holders;
    }

    private boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(proc.resolve(pid + "/fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
        return false;
    }

    @Override
    public String program(long pid) {
        try {
            return String.valueOf(
                    Files.readSymbolicLink(proc.resolve(pid + "/exe")).getFileName());
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
