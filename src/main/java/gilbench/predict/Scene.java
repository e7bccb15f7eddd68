package gilbench.predict;

import java.util.SplittableRandom;

/** What the parts of one simulation share: the virtual time, what is going to happen, and the columns of its inhabitants. */
final class Scene {
    final Model model;
    final Trace trace;
    final Course[] courses;
    final EventQueue events = new EventQueue();
    final Threads threads = new Threads();
    final Requests requests;
    final Window window;
    final Processors cores;
    final VirtualGil[] gils;
    final SplittableRandom machine;
    private final WaiterLinks links = new WaiterLinks();

    /** The virtual time. */
    long now;

    /**
     * A scene in which nothing happens yet.
     *
     * @param gil source of all that GILs draw
     * @param machine source of what else the machine draws
     */
    Scene(Model model, Trace trace, SplittableRandom gil, SplittableRandom machine) {
        this.model = model;
        this.trace = trace;
        this.machine = machine;
        courses = Course.all(model);
        requests = new Requests(model.groups());
        window = new Window(courses.length);
        cores = new Processors(model.cores().number(), model.cores().tick(), events);
        gils = new VirtualGil[model.gil().isPresent() ? model.groups() : 0];
        for (int g = 0; g < gils.length; g++) {
            gils[g] = new VirtualGil(g, model.gil().orElseThrow(), events, links, gil.split(), new GilUse());
        }
    }

    /** A thread that is in {@code group}. */
    int newThread(int group) {
        int thread = threads.create(group);
        cores.reserve(threads.capacity());
        links.reserve(threads.capacity());
        return thread;
    }

    /** A GIL of a new process is there instead of the one of {@code group}, if it had one. */
    void renewGil(int group) {
        if (gils.length > 0) {
            gils[group] = gils[group].renewed(now);
        }
    }

    /** The measurement window begins. */
    void open() {
        window.open(now);
        cores.measureFrom(now);
        for (VirtualGil gil : gils) {
            gil.use().measureFrom(now);
        }
        trace.opened(now);
    }
}
