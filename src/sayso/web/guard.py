"""What guards the desk: who may ask, from which page, and what a page may load."""

import hmac
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "sayso-token"
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Guard:
    """Refuses requests that another site makes, or that do not show the token where there is one.

    Without a token only names of this computer are answered to, so that no site can point a name of its own here.
    """

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse with 403 and why."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if self._token is not None and (welcome := self._welcome(scope)):
            await welcome(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    sent.setdefault(name, value)
            await send(message)

        refusal = self._refuse(scope["method"], headers)
        app = PlainTextResponse(refusal, status_code=403) if refusal else self._app
        await app(scope, receive, send_guarded)

    def _welcome(self, scope: Scope) -> Response | None:
        """Let in whoever opens the address with the token in it: the token goes to a cookie and out of the address."""
        shown = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not self._is_token(shown):
            return None
        # "//evil.example" would be another site
        answer = RedirectResponse("/" + scope["path"].lstrip("/\\"), status_code=303)
        answer.set_cookie(COOKIE, shown, httponly=True, samesite="strict")
        return answer

    def _refuse(self, method: str, headers: Headers) -> str | None:
        host = headers.get("host", "")
        if self._token is None and not is_this_computer(host):
            return f'the desk answers only on this computer, and was asked as "{host}"; start it with a token'
        if method in _CHANGING and not _is_same_origin(headers.get("origin"), host):
            return "a page of another site asked for a change"
        if self._token is not None and not self._shows_token(headers):
            return "a token is wanted: open the address that `sayso serve` printed"
        return None

    def _shows_token(self, headers: Headers) -> bool:
        shown = headers.get("authorization", "").removeprefix("Bearer ")
        for cookie in headers.get("cookie", "").split(";"):
            name, _, value = cookie.strip().partition("=")
            shown = value if name == COOKIE else shown
        return self._is_token(shown)

    def _is_token(self, shown: str) -> bool:
        return self._token is not None and hmac.compare_digest(shown.encode(), self._token.encode())


def is_this_computer(host: str) -> bool:
    """Tell whether a host, with or without a port, is this computer itself."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def _is_same_origin(origin: str | None, host: str) -> bool:
    """Tell whether a page of the desk itself asks; a program that is no browser names no origin."""
    return origin is None or origin in (f"http://{host}", f"https://{host}")
