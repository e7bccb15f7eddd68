package gilbench.cli.probe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;

/**
 * A TCP socket on the loopback interface that is used by the C functions themselves, one byte at a time, as a Python thread
 * uses its own. The sockets of the JDK spend some microseconds more where their code is not in the caches, and after a call that
 * short the GIL goes to whoever is first.
 *
 * <p>Not for several threads at once.
 */
final class NativeSocket implements AutoCloseable {
    private static final int INTERNET = 2;
    private static final int STREAM = 1;
    private static final int TCP = 6;
    private static final int NO_DELAY = 1;
    private static final int ADDRESS_BYTES = 16;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final ValueLayout.OfShort NETWORK_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final MethodHandle SOCKET = function("socket", INT, INT, INT, INT);
    private static final MethodHandle BIND = function("bind", INT, INT, ValueLayout.ADDRESS, INT);
    private static final MethodHandle CONNECT = function("connect", INT, INT, ValueLayout.ADDRESS, INT);
    private static final MethodHandle LISTEN = function("listen", INT, INT, INT);
    private static final MethodHandle NAME =
            function("getsockname", INT, INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final MethodHandle ACCEPT = function("accept", INT, INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final MethodHandle OPTION = function("setsockopt", INT, INT, INT, INT, ValueLayout.ADDRESS, INT);
    private static final MethodHandle CLOSE = function("close", INT, INT);
    private static final MethodHandle SEND = function("send", LONG, INT, ValueLayout.ADDRESS, LONG, INT);
    private static final MethodHandle RECEIVE = function("recv", LONG, INT, ValueLayout.ADDRESS, LONG, INT);

    private final Arena memory = Arena.ofShared();
    private final MemorySegment octet = memory.allocate(1);
    private final int descriptor;

    private NativeSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /** A socket that listens on any port. */
    static NativeSocket listening() throws IOException {
        NativeSocket socket = open();
        try (Arena arena = Arena.ofConfined()) {
            socket.checked("bind", (int) call(BIND, socket.descriptor, address(arena, 0), ADDRESS_BYTES));
            socket.checked("listen", (int) call(LISTEN, socket.descriptor, 1));
        }
        return socket;
    }

    /** A socket connected to the one that listens on {@code port}. */
    static NativeSocket connectedTo(int port) throws IOException {
        NativeSocket socket = open();
        try (Arena arena = Arena.ofConfined()) {
            socket.checked("connect", (int) call(CONNECT, socket.descriptor, address(arena, port), ADDRESS_BYTES));
        }
        return socket.withoutDelay();
    }

    /** Its own port. */
    int port() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_BYTES);
            MemorySegment length = arena.allocateFrom(INT, ADDRESS_BYTES);
            checked("getsockname", (int) call(NAME, descriptor, address, length));
            return Short.toUnsignedInt(address.get(NETWORK_SHORT, 2));
        }
    }

    /** Waits for a connection. */
    NativeSocket accept() throws IOException {
        int accepted = checked("accept", (int) call(ACCEPT, descriptor, MemorySegment.NULL, MemorySegment.NULL));
        return new NativeSocket(accepted).withoutDelay();
    }

    /** Sends one byte. */
    void send() throws IOException {
        try {
            if ((long) SEND.invokeExact(descriptor, octet, 1L, 0) != 1) {
                throw new IOException("send failed");
            }
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Waits for one byte.
     *
     * @throws IOException also when the other side has closed
     */
    void receive() throws IOException {
        try {
            if ((long) RECEIVE.invokeExact(descriptor, octet, 1L, 0) != 1) {
                throw new IOException("recv failed, or the other side has closed");
            }
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        call(CLOSE, descriptor);
        memory.close();
    }

    private static NativeSocket open() throws IOException {
        int descriptor = (int) call(SOCKET, INTERNET, STREAM, 0);
        NativeSocket socket = new NativeSocket(descriptor);
        socket.checked("socket", descriptor);
        return socket;
    }

    private NativeSocket withoutDelay() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment yes = arena.allocateFrom(INT, 1);
            checked("setsockopt", (int) call(OPTION, descriptor, TCP, NO_DELAY, yes, Integer.BYTES));
        }
        return this;
    }

    private int checked(String function, int result) throws IOException {
        if (result < 0) {
            close();
            throw new IOException(function + " failed");
        }
        return result;
    }

    /** {@code struct sockaddr_in} of Linux; the BSDs have the length in the first byte and the family in the second. */
    private static MemorySegment address(Arena arena, int port) {
        MemorySegment address = arena.allocate(ADDRESS_BYTES);
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        address.set(ValueLayout.JAVA_BYTE, linux ? 0 : 1, (byte) INTERNET);
        address.set(NETWORK_SHORT, 2, (short) port);
        MemorySegment.copy(LOOPBACK, 0, address, ValueLayout.JAVA_BYTE, 4, LOOPBACK.length);
        return address;
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        MemorySegment symbol = linker.defaultLookup()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("the C library has no function " + name));
        return linker.downcallHandle(symbol, FunctionDescriptor.of(result, arguments));
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
