package gilbench.service.worker.wire;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.TimeBudget;
import gilbench.service.gil.GilStatistics;
import java.net.URI;

/** One message between the service and a worker process; {@code docs/wire.md} gives the bytes. */
public sealed interface Frame {
    /** The version of the protocol that this code speaks. */
    int VERSION = 1;

    /** Most bytes of a frame after its length field. */
    int MAX_LENGTH = 65_536;

    /** What kind of frame it is. */
    FrameType type();

    /** The child's greeting. */
    record Hello(int version, long pid) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.HELLO;
        }
    }

    /** What the child is to be. */
    record Setup(Deployment deployment, Calibration calibration, URI delayService) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.SETUP;
        }
    }

    /** The child is warm and takes requests. */
    record Ready() implements Frame {
        @Override
        public FrameType type() {
            return FrameType.READY;
        }
    }

    /**
     * A request to carry out.
     *
     * @param id unique on this connection
     * @param remaining nanoseconds until its deadline; may be negative
     */
    record Request(long id, long remaining, RequestProfile profile) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.REQUEST;
        }
    }

    /**
     * How a request ended.
     *
     * @param budget as measured by the child, from the arrival of the request to its end
     * @param detail why it did not complete; cut to {@value #MAX_DETAIL} UTF-16 units, never inside a character
     * @param gil the child's counters since its start
     */
    record Answer(long id, Outcome outcome, TimeBudget budget, GilStatistics gil, String detail) implements Frame {
        private static final int MAX_DETAIL = 1000;

        /** Cuts the detail. */
        public Answer {
            detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, wholeCharacters(detail));
        }

        private static int wholeCharacters(String text) {
            boolean insidePair = Character.isSurrogatePair(text.charAt(MAX_DETAIL - 1), text.charAt(MAX_DETAIL));
            return insidePair ? MAX_DETAIL - 1 : MAX_DETAIL;
        }

        @Override
        public FrameType type() {
            return FrameType.ANSWER;
        }
    }

    /** Measure the burner now. */
    record BurnerCheck() implements Frame {
        @Override
        public FrameType type() {
            return FrameType.BURNER_CHECK;
        }
    }

    /**
     * What the burner check found.
     *
     * @param speed as a share of the calibrated speed
     */
    record BurnerSpeed(double speed) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.BURNER_SPEED;
        }
    }

    /** No more requests will come: answer the accepted ones. */
    record Drain() implements Frame {
        @Override
        public FrameType type() {
            return FrameType.DRAIN;
        }
    }

    /** Everything is answered; nothing follows. */
    record Bye() implements Frame {
        @Override
        public FrameType type() {
            return FrameType.BYE;
        }
    }
}
