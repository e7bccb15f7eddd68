"""What io steps wait for: the delay service, over kept connections and without the Python work of an HTTP library."""

import asyncio
import json
import socket
import struct
import uuid
from urllib.parse import urlsplit


class DelayFailed(Exception):
    """The delay service did not do what was asked."""


GRACE_SECONDS = 10
ID_PREFIX = 0x67696C62656E6368


def delay_path(millis):
    seconds, rest = divmod(millis, 1000)
    return "/delay-ms/%d" % millis if rest or seconds > 10 else "/delay/%d" % seconds


def registration(millis):
    """The stub mapping of a delay, whose id is the same in every process."""
    return json.dumps(
        {
            "id": str(uuid.UUID(int=ID_PREFIX << 64 | millis)),
            "name": "delay-ms-%d" % millis,
            "request": {"method": "GET", "urlPath": "/delay-ms/%d" % millis},
            "response": {
                "status": 200,
                "headers": {"Content-Type": "application/json"},
                "jsonBody": {"delay-ms": millis},
                "fixedDelayMilliseconds": millis,
            },
            "persistent": False,
        }
    ).encode()


class Http:
    """The least of HTTP/1.1 that the delay service needs, as bytes."""

    def __init__(self, base):
        url = urlsplit(base)
        self.host, self.port = url.hostname, url.port or 80
        self.authority = url.netloc.encode()
        self.requests = {}
        self.lengths = {}

    def get(self, millis):
        data = self.requests.get(millis)
        if data is None:
            data = b"GET %s HTTP/1.1\r\nHost: %s\r\n\r\n" % (delay_path(millis).encode(), self.authority)
            self.requests[millis] = data
        return data

    def register(self, millis):
        body = registration(millis)
        head = b"POST /__admin/mappings HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        return head % (self.authority, len(body)) + body

    @staticmethod
    def status(data):
        """The status of the response in data, when it is whole; else 0."""
        head, blank, body = data.partition(b"\r\n\r\n")
        if not blank:
            return 0
        lines = head.split(b"\r\n")
        fields = dict((name.lower(), value.strip()) for name, _, value in (line.partition(b":") for line in lines[1:]))
        if b"chunked" in fields.get(b"transfer-encoding", b"").lower():
            whole = body.endswith(b"0\r\n\r\n")
        else:
            whole = len(body) >= int(fields.get(b"content-length", b"0"))
        return int(lines[0].split(b" ", 2)[1]) if whole else 0

    def await_whole(self, sock, request):
        """Lets the next recv wait for as much as the request was answered with before: parts cost a release each.

        A shorter answer is therefore late, by the patience at most; the next one is not.
        """
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, self.lengths.get(request, 1))

    def status_of(self, sock, request, data):
        """The status of the response in data, when it is whole; else 0, and the next recv waits for the least."""
        status = self.status(data)
        if status == 200:
            self.lengths[request] = len(data)
        else:
            self.lengths.pop(request, None)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
        return status

    @staticmethod
    def check(status, millis):
        if status != 200:
            raise DelayFailed("delay service answered %d to %s" % (status, delay_path(millis)))


class BlockingDelays:
    """Asks over one kept socket: one sendall and one recv. For one thread."""

    def __init__(self, base):
        self.http = Http(base)
        self.sock = None
        self.patience = 0

    def call(self, millis):
        try:
            status = self.exchange(self.http.get(millis), millis)
            if status == 404:
                self.exchange(self.http.register(millis), 0)
                status = self.exchange(self.http.get(millis), millis)
        except (OSError, ValueError, IndexError) as failure:
            self.hang_up()
            raise DelayFailed("delay service: %s: %s" % (type(failure).__name__, failure))
        self.http.check(status, millis)

    def exchange(self, request, millis):
        kept = self.sock is not None
        if not kept:
            self.open()
        self.wait_at_most(millis // 1000 + 1 + GRACE_SECONDS)
        try:
            return self.ask(request)
        except ConnectionError:
            if not kept:
                raise
            self.hang_up()
            return self.exchange(request, millis)

    def open(self):
        self.sock = socket.create_connection((self.http.host, self.http.port), GRACE_SECONDS)
        self.sock.settimeout(None)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.patience = 0

    def wait_at_most(self, seconds):
        """A limit that the kernel keeps: one of Python would cost a second release in each call."""
        if seconds != self.patience:
            self.patience = seconds
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", self.patience, 0))

    def ask(self, request):
        self.http.await_whole(self.sock, request)
        self.sock.sendall(request)
        data = b""
        while True:
            more = self.sock.recv(4096)
            if not more:
                raise ConnectionResetError("it closed the connection")
            data += more
            status = self.http.status_of(self.sock, request, data)
            if status:
                return status

    def hang_up(self):
        if self.sock is not None:
            self.sock.close()
            self.sock = None


class LoopDelays:
    """Asks over kept asyncio streams, each used by one request at a time. For one loop."""

    def __init__(self, base):
        self.http = Http(base)
        self.idle = []

    async def call(self, millis):
        try:
            status = await self.exchange(self.http.get(millis), millis)
            if status == 404:
                await self.exchange(self.http.register(millis), 0)
                status = await self.exchange(self.http.get(millis), millis)
        except (OSError, ValueError, IndexError, asyncio.TimeoutError) as failure:
            raise DelayFailed("delay service: %s: %s" % (type(failure).__name__, failure))
        self.http.check(status, millis)

    async def exchange(self, request, millis):
        while True:
            kept = bool(self.idle)
            reader, writer = (
                self.idle.pop() if kept else await asyncio.open_connection(self.http.host, self.http.port)
            )
            loop = asyncio.get_running_loop()
            limit = loop.call_later(millis / 1000 + GRACE_SECONDS, writer.transport.abort)
            try:
                status = await self.ask(reader, writer, request)
                self.idle.append((reader, writer))
                return status
            except ConnectionError:
                writer.transport.abort()
                if not kept:
                    raise
            finally:
                limit.cancel()

    async def ask(self, reader, writer, request):
        sock = writer.get_extra_info("socket")
        self.http.await_whole(sock, request)
        writer.write(request)
        data = b""
        while True:
            more = await reader.read(4096)
            if not more:
                raise ConnectionResetError("it closed the connection")
            data += more
            status = self.http.status_of(sock, request, data)
            if status:
                return status
