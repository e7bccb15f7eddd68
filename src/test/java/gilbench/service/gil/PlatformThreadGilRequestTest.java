package gilbench.service.gil;

import java.util.concurrent.ThreadFactory;

class PlatformThreadGilRequestTest extends ParkingGilRequestContract {
    @Override
    ThreadFactory threads() {
        return Thread.ofPlatform().daemon().factory();
    }
}
