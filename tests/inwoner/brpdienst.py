"""A BRP as Haal Centraal BRP Personen Bevragen speaks, played by a thread: invented persons, and every way to fail."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SLEUTEL = "geheime-sleutel"
SANNE: dict[str, Any] = {
    "burgerservicenummer": "999990019",
    "naam": {
        "voornamen": "Sanne Maria", "voorvoegsel": "de", "geslachtsnaam": "Wit", "voorletters": "S.M.",
        "aanduidingNaamgebruik": {"code": "P", "omschrijving": "geslachtsnaam van partner"},
    },
    "geboorte": {"datum": {"type": "Datum", "datum": "1994-03-04", "langFormaat": "4 maart 1994"}},
    "geslacht": {"code": "V", "omschrijving": "vrouw"},
    "adressering": {
        "aanschrijfwijze": {"naam": "S.M. Yıldız"}, "adresregel1": "Kerkplein 3", "adresregel2": "7581 AA LOSSER",
    },
    "gemeenteVanInschrijving": {"code": "0168", "omschrijving": "Losser"},
}  # fmt: skip
ZUS = SANNE | {"burgerservicenummer": "999990020", "naam": {"voornamen": "Sanna", "geslachtsnaam": "Wit"}}


@dataclass
class Brp:
    """Its address, whom it knows, what it was asked, and how it fails: a status, "traag", "onzin" or "omweg"."""

    adres: str = ""
    personen: list[dict[str, Any]] = field(default_factory=lambda: [SANNE])
    gevraagd: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    faalt: int | str = 0


def _past(vraag: dict[str, Any], persoon: dict[str, Any]) -> bool:
    if vraag["type"] == "RaadpleegMetBurgerservicenummer":
        return persoon["burgerservicenummer"] in vraag["burgerservicenummer"]
    geboren = persoon["geboorte"]["datum"].get("datum")
    return (vraag["geslachtsnaam"], vraag["geboortedatum"]) == (persoon["naam"]["geslachtsnaam"], geboren)


class Handler(BaseHTTPRequestHandler):
    brp: Brp

    def do_POST(self) -> None:
        vraag = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.brp.gevraagd.append((self.path, vraag))
        if isinstance(self.brp.faalt, str):
            self._vreemd(self.brp.faalt)
        elif self.headers["X-API-KEY"] != SLEUTEL or (isinstance(self.brp.faalt, int) and self.brp.faalt):
            self._probleem(int(self.brp.faalt or 401))
        else:
            gevonden = [deel for deel in self.brp.personen if _past(vraag, deel)]
            self._zeg(200, json.dumps({"type": vraag["type"], "personen": gevonden}).encode())

    def _vreemd(self, hoe: str) -> None:
        if hoe == "traag":
            time.sleep(1)
        elif hoe == "onzin":
            self._zeg(200, b"<html>")
        else:
            self.send_response(302)
            self.send_header("Location", f"{self.brp.adres}/elders")
            self.end_headers()

    def do_GET(self) -> None:
        self.brp.gevraagd.append((self.path, {}))
        self._zeg(200, b'{"personen": []}')

    def _probleem(self, status: int) -> None:
        fout = {"name": "burgerservicenummer[0]", "code": "pattern", "reason": "Waarde voldoet niet."}
        inhoud = {"type": "x", "title": "Een of meerdere parameters zijn niet correct.", "status": status,
                  "instance": "/personen", "code": "paramsValidation", "invalidParams": [fout]}  # fmt: skip
        self._zeg(status, json.dumps(inhoud).encode(), "application/problem+json")

    def _zeg(self, status: int, inhoud: bytes, soort: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", soort)
        self.end_headers()
        self.wfile.write(inhoud)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def brpdienst() -> Iterator[Brp]:
    """The service while it runs."""
    brp = Brp()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"brp": brp}))
    brp.adres = f"http://127.0.0.1:{server.server_address[1]}/haalcentraal/api/brp"
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    try:
        yield brp
    finally:
        server.shutdown()
        server.server_close()
        draad.join()
