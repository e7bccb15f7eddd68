package gilbench.service.gil;

import java.util.concurrent.ThreadFactory;

class VirtualThreadGilRequestTest extends ParkingGilRequestContract {
    @Override
    ThreadFactory threads() {
        return Thread.ofVirtual().factory();
    }
}
