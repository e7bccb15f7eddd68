package gilbench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The TCP sockets that listen, from {@code net/tcp} and {@code net/tcp6} of a process: the local address is in the second
 * column, the port in hexadecimal behind its colon; the state, {@code 0A} for listening, in the fourth; the inode in the tenth.
 */
record ListeningSockets(Path proc) {
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** Those at {@code port}, as the links in {@code fd} name them. */
    Set<String> at(long pid, int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : lines(proc.resolve(pid + "/net/" + table))) {
                String[] columns = line.strip().split(" +", -1);
                if (columns.length > INODE && columns[STATE].equals("0A") && port(columns[ADDRESS]) == port) {
                    sockets.add("socket:[" + columns[INODE] + "]");
                }
            }
        }
        return sockets;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
