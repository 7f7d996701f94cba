"""Connections to public hosts alone.

Each goes to an IP address that was checked: the name is resolved once, and the request is sent to what it resolved to,
so that a name cannot point to one place when it is checked and to another when it is used (DNS rebinding).
"""

import ipaddress
import socket
import ssl
from functools import cache

import httpx

from sayso.errors import InputError
from sayso.ingest.raw.connection import Deadline, timed_transport

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "3fff::/20", "5f00::/16", "fec0::/10"),
    )
)
"""Assigned by protocols, 6to4 relays, local translation, documentation, segment routing, sites: not refused by the
tables of every Python that we run on."""

_OTHER_PORTS = frozenset({
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
    111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
    540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
    6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
})  # fmt: skip
"""Ports of mail and the like, which browsers ask for no page either (WHATWG Fetch, section 2.9)."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: IpAddress) -> bool:
    """Tell whether an IP address is on the public internet: not private, loopback, link-local, multicast or reserved.

    An IPv6 address that stands for an IPv4 one (mapped, 6to4, NAT64) is judged by that one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    if any(address in network for network in _NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


@cache
def _trusted() -> ssl.SSLContext:
    """What vouches for servers; read once, as reading it takes longer than many requests."""
    return httpx.create_ssl_context(trust_env=False)


class PublicTransport(httpx.BaseTransport):
    """Sends each request to an address that was resolved and checked here; TLS still checks the host's name."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = timed_transport(deadline, _trusted())

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to where its host leads.

        Raises:
            InputError: That is nowhere, or not on the public internet, or it asks for what is no page.
        """
        if request.url.scheme not in ("http", "https"):
            raise InputError(f"the address {request.url}", "an http or https address", "Check where it leads")
        if request.url.userinfo:
            raise InputError("an address with a name or a password in it", "one without", "Save the page, and read it")
        if request.url.port in _OTHER_PORTS:
            raise InputError(f"an address at port {request.url.port}", "a web server", "Check where it leads")
        address = self._resolve(request.url)
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=str(address)),
            headers=request.headers,  # holds the host's name
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": request.url.host},
        )
        return self._inner.handle_request(pinned)

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()

    def _resolve(self, url: httpx.URL) -> IpAddress:
        try:
            found = socket.getaddrinfo(url.host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(f"the host {url.host} is not known", "the address of a story", "Check it") from error
        addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        refused = [address for address in addresses if not is_public(address)]
        if refused and not self._allow_private:
            raise InputError(
                f"{url.host} leads to {refused[0]}, which is not on the public internet",
                "a public address",
                "Save the page, and read the file",
            )
        return addresses[0]
