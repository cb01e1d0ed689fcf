"""A real browser on the application without a database, served by wsgiref in a thread."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import override_settings

AXE = Path(__file__).parent / "axe" / "axe.min.js"
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# what has the focus: its name, the width of its rim, and whether it can be seen, also behind the bar at the bottom.
# A rim that is not drawn has a width too; around the calendar inside a date field the browser draws its own.
WAAR = """() => {
  const e = document.activeElement, r = e.getBoundingClientRect(), stijl = getComputedStyle(e);
  if (e === document.body) return null;
  const boven = document.elementFromPoint(r.left + Math.min(r.width / 2, 20), r.top + Math.min(r.height / 2, 20));
  const rand = !e.matches(":focus") ? "van de browser" : stijl.outlineStyle === "none" ? "geen" : stijl.outlineWidth;
  return {naam: (e.innerText || e.name || e.id).trim().slice(0, 30), rand,
          hoog: r.height, zichtbaar: !!boven && (e.contains(boven) || boven.contains(e))};
}"""


class Server(ThreadingMixIn, WSGIServer):
    """A thread for each request: a browser keeps connections open."""

    daemon_threads = True


class Stil(WSGIRequestHandler):
    """Says nothing about each request."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def dienst() -> Iterator[str]:
    """The address of the running application."""
    with override_settings(WHITENOISE_AUTOREFRESH=False):
        toepassing = get_wsgi_application()
    with make_server("127.0.0.1", 0, toepassing, Server, Stil) as server:
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        draad.join()


def chromium() -> str:
    """Where Chromium is. Without one the test is skipped, but in CI it fails: there it has to run."""
    pad = os.environ.get("VOORDEUR_CHROMIUM", "/usr/bin/chromium")
    if not Path(pad).is_file():
        melding = f"geen browser: {pad} is er niet; installeer chromium of zet VOORDEUR_CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(melding)
        pytest.skip(melding)
    return pad


def overtredingen(pagina: Any, zonder: Sequence[str] = ()) -> list[str]:
    """What axe finds wrong on the page as it stands; `zonder`: rules that are not looked at."""
    hoe = {"runOnly": REGELS, "resultTypes": ["violations"], "rules": {naam: {"enabled": False} for naam in zonder}}
    gevonden = pagina.evaluate("hoe => axe.run(document, hoe)", hoe)["violations"]
    return [f"{fout['id']}: {[plek['target'] for plek in fout['nodes']][:3]}" for fout in gevonden]


def breder_dan_scherm(pagina: Any) -> int:
    """How many pixels the page can be scrolled sideways."""
    return int(pagina.evaluate("document.documentElement.scrollWidth - innerWidth"))
