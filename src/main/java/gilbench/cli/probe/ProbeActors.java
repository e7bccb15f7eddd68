package gilbench.cli.probe;

import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.SplittableRandom;

/** The actors that need nothing but the stage; see {@link gilbench.cpython.probe.ProbeKind}. */
final class ProbeActors {
    private static final Duration CHUNK = Duration.ofNanos(20_000);

    private ProbeActors() {}

    static ProbeActor of(ProbeThreads role, int number) {
        return switch (role.kind()) {
            case CPU -> new Cpu(role, number);
            case SLEEPER -> new Sleeper(role, number);
            case ECHO -> new ProbeEcho(role, number);
            case RELEASED -> new Released(role, number);
            case OPAQUE -> new Opaque(role, number);
            case MIXED -> new Mixed(role, number);
            case LOOP -> new ProbeLoop(role, number);
        };
    }

    private static final class Cpu extends ProbeActor {
        Cpu(ProbeThreads role, int number) {
            super(role, number);
        }

        @Override
        void act(ProbeStage stage) {
            long at = System.nanoTime();
            while (!stage.isOver(at)) {
                stage.burn(StepKind.PYTHON, CHUNK);
                did(CHUNK.toNanos());
                at = System.nanoTime();
                stage.worked(this, at);
            }
        }
    }

    private static final class Sleeper extends ProbeActor {
        Sleeper(ProbeThreads role, int number) {
            super(role, number);
        }

        @Override
        void act(ProbeStage stage) {
            SplittableRandom random = new SplittableRandom(stage.seed() + number());
            long least = role().first().toNanos();
            long spread = role().second().toNanos() - least;
            long at = System.nanoTime();
            while (!stage.isOver(at)) {
                long pause = least + Math.round(spread * random.nextDouble());
                long began = System.nanoTime();
                stage.burnCall();
                stage.sleep(pause);
                at = System.nanoTime();
                waited(at - began - pause);
                did(1);
            }
        }
    }

    private static final class Released extends ProbeActor {
        Released(ProbeThreads role, int number) {
            super(role, number);
        }

        @Override
        void act(ProbeStage stage) {
            while (!stage.isOver(System.nanoTime())) {
                stage.burn(StepKind.NATIVE, role().first());
                did(role().first().toNanos());
            }
        }
    }

    private static final class Opaque extends ProbeActor {
        Opaque(ProbeThreads role, int number) {
            super(role, number);
        }

        @Override
        void act(ProbeStage stage) {
            while (!stage.isOver(System.nanoTime())) {
                stage.sleep(role().second().toNanos());
                stage.burn(StepKind.OPAQUE, role().first());
                did(1);
            }
        }
    }

    private static final class Mixed extends ProbeActor {
        Mixed(ProbeThreads role, int number) {
            super(role, number);
        }

        @Override
        void act(ProbeStage stage) {
            long cycle = role().first().plus(role().second()).toNanos();
            long at = System.nanoTime();
            while (!stage.isOver(at)) {
                long began = at;
                stage.burn(StepKind.PYTHON, role().first());
                stage.burnCall();
                stage.sleep(role().second().toNanos());
                at = System.nanoTime();
                waited(at - began - cycle);
                did(1);
            }
        }
    }
}
