package gilbench.service.gil;

import java.util.concurrent.ThreadFactory;

class VirtualThreadGilTest extends ParkingGilContract {
    @Override
    ThreadFactory threads() {
        return Thread.ofVirtual().factory();
    }
}
