package gilbench.profile;

import gilbench.bench.stats.Estimate;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What one request costs, in seconds, each number with the interval that it is known to. */
public sealed interface Cost {
    /** All processor time. */
    Estimate cpu();

    /** Waiting that is neither for a processor nor what an empty endpoint waits as well. */
    Estimate io();

    /** The same waiting with {@code factor} times the processor time. */
    Cost scaled(double factor);

    /** The request profile at a value of each number's interval; {@code io} in whole milliseconds. */
    RequestProfile profile(ToDoubleFunction<Estimate> choice);

    /** What counts in a deployment of {@code kind}: on one thread, what needs the GIL takes the same time as what does not. */
    default Cost on(Shape.Kind kind) {
        return this;
    }

    /** What a simulated request does: {@link #profile()} with a step for each call that is known of. */
    default RequestProfile simulated() {
        return profile();
    }

    /** The request profile at the values themselves. */
    default RequestProfile profile() {
        return profile(Estimate::value);
    }

    /**
     * Processor time whose parts with and without the GIL are known apart.
     *
     * @param python with the GIL
     * @param released without it
     * @param calls in how many calls that release the GIL, at least 1
     */
    record Separate(Estimate cpu, Estimate python, Estimate released, Estimate io, Estimate calls) implements Cost {
        /** Python between two calls that release the GIL: one returns, the next begins. */
        private static final double BETWEEN = 1e-6;

        /** In one call, with all processor time released that is not {@code python}. */
        static Separate of(Estimate cpu, Estimate python, Estimate io) {
            Estimate released = new Estimate(
                    Math.max(0, cpu.value() - python.value()),
                    Math.max(0, cpu.low() - python.high()),
                    Math.max(0, cpu.high() - python.low()),
                    python.n());
            return new Separate(cpu, python, released, io, Estimate.single(1));
        }

        /** The same in another number of calls. */
        Separate inCalls(Estimate other) {
            return new Separate(cpu, python, released, io, other);
        }

        @Override
        public Separate scaled(double factor) {
            return new Separate(cpu.times(factor), python.times(factor), released.times(factor), io, calls);
        }

        /** With as little Python as can be between two calls. */
        @Override
        public RequestProfile simulated() {
            int number = (int) Math.round(calls.value());
            List<Step> steps = new ArrayList<>();
            steps.add(step(StepKind.PYTHON, python.value() - (number - 1) * BETWEEN));
            for (int i = 0; i < number; i++) {
                if (i > 0) {
                    steps.add(step(StepKind.PYTHON, BETWEEN));
                }
                steps.add(step(StepKind.NATIVE, released.value() / number));
            }
            steps.add(waiting(io.value()));
            return Cost.of(steps);
        }

        @Override
        public RequestProfile profile(ToDoubleFunction<Estimate> choice) {
            double all = choice.applyAsDouble(cpu);
            double held = Math.min(all, choice.applyAsDouble(python));
            return Cost.of(
                    step(StepKind.PYTHON, held), step(StepKind.NATIVE, all - held), waiting(choice.applyAsDouble(io)));
        }
    }

    /**
     * Processor time of one thread, which does the same with and without the GIL.
     *
     * @param blocking the part of {@code io} during which the thread does nothing else
     * @param python the part of {@code cpu} with the GIL, where that was seen
     */
    record Sum(Estimate cpu, Estimate io, Estimate blocking, Optional<Estimate> python) implements Cost {
        /** Share of the waiting from which on a thread counts as one that waits. */
        private static final double MOSTLY = 0.5;

        @Override
        public Sum scaled(double factor) {
            return new Sum(cpu.times(factor), io, blocking, python.map(each -> each.times(factor)));
        }

        @Override
        public Cost on(Shape.Kind kind) {
            return kind == Shape.Kind.LOOP
                    ? this
                    : separate().map(Cost.class::cast).orElse(this);
        }

        /** The same with its parts apart, if they are known. */
        public Optional<Separate> separate() {
            return python.map(held -> Separate.of(cpu, held, io));
        }

        /** Whether the thread waits itself, instead of leaving it to a loop. */
        public boolean blocks() {
            return blocking.value() > MOSTLY * io.value() && blocking.value() > 0;
        }

        @Override
        public RequestProfile profile(ToDoubleFunction<Estimate> choice) {
            double held = blocks() ? 0 : choice.applyAsDouble(blocking);
            return Cost.of(
                    step(StepKind.PYTHON, choice.applyAsDouble(cpu)),
                    step(StepKind.OPAQUE, held),
                    waiting(choice.applyAsDouble(io) - held));
        }
    }

    private static Step step(StepKind kind, double seconds) {
        return new Step(kind, Duration.ofNanos(Math.round(Math.max(0, seconds) * 1e6) * 1000));
    }

    private static Step waiting(double seconds) {
        return new Step(StepKind.IO, Duration.ofMillis(Math.round(Math.max(0, seconds) * 1e3)));
    }

    private static RequestProfile of(Step... steps) {
        return of(List.of(steps));
    }

    private static RequestProfile of(List<Step> steps) {
        List<Step> some = new ArrayList<>();
        for (Step step : steps) {
            if (!step.duration().isZero()) {
                some.add(step);
            }
        }
        return some.isEmpty() ? RequestProfile.of(StepKind.PYTHON, Duration.ofNanos(1000)) : new RequestProfile(some);
    }
}
