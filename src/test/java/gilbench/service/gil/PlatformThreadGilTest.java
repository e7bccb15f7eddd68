package gilbench.service.gil;

import java.util.concurrent.ThreadFactory;

class PlatformThreadGilTest extends ParkingGilContract {
    @Override
    ThreadFactory threads() {
        return Thread.ofPlatform().daemon().factory();
    }
}
