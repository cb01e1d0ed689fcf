"""A provider of OpenID Connect as a region might have, played by a thread; it says who logs in."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


@dataclass
class Dienst:
    """Its address, and what it says about who logs in; `bewijs` only in the token, such as the level."""

    adres: str = ""
    mens: dict[str, Any] = field(default_factory=dict)
    bewijs: dict[str, Any] = field(default_factory=dict)


def _jwt(inhoud: dict[str, Any]) -> str:
    delen = [base64.urlsafe_b64encode(json.dumps(deel).encode()).rstrip(b"=") for deel in ({"alg": "none"}, inhoud)]
    return b".".join([*delen, b""]).decode()


def _handler(dienst: Dienst) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            adressen = ("authorization", "token", "userinfo")
            if self.path == "/userinfo":
                self._zeg(dienst.mens)
            else:
                self._zeg(
                    {"issuer": dienst.adres, "jwks_uri": f"{dienst.adres}/sleutels"}
                    | {f"{naam}_endpoint": f"{dienst.adres}/{naam}" for naam in adressen}
                )

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            klant = {"iss": dienst.adres, "aud": "voordeur", "iat": 0, "exp": 2**40}
            self._zeg(
                {"access_token": "x", "token_type": "bearer", "id_token": _jwt(dienst.mens | dienst.bewijs | klant)}
            )

        def _zeg(self, inhoud: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(inhoud).encode())

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


@contextmanager
def aanmelddienst() -> Iterator[Dienst]:
    """The provider while it runs."""
    dienst = Dienst()
    server = HTTPServer(("127.0.0.1", 0), _handler(dienst))
    dienst.adres = f"http://127.0.0.1:{server.server_port}"
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    yield dienst
    server.shutdown()
    draad.join()
    server.server_close()
