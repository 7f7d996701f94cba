"""Connections that end by a moment: a server that sends a byte now and then holds nobody up.

The timeouts of httpx are for each read: headers, or a compressed body that unpacks to nothing, may drip for days.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx


class Deadline:
    """A moment, by the clock that only goes forward.

    Attributes:
        seconds: How long it was away when it was set.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._at = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The seconds until then, or until a timeout if that is sooner.

        Raises:
            httpcore.ReadTimeout: it has passed.
        """
        left = self._at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout(f"not within {self.seconds:g} seconds")
        return left if timeout is None else min(left, timeout)


def timed_transport(deadline: Deadline, trusted: ssl.SSLContext) -> httpx.HTTPTransport:
    """What carries requests until a moment, past which every read, write and connection fails."""
    # with what vouches for servers, or it would read that anew for every request, which takes longer than most requests
    transport = httpx.HTTPTransport(verify=trusted, trust_env=False)
    # httpx has no other way to say how its pool connects
    transport._pool = httpcore.ConnectionPool(ssl_context=trusted, network_backend=_Backend(deadline))
    return transport


class _Backend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Stream(self._inner.connect_tcp(host, port, left, local_address, socket_options), self._deadline)


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
