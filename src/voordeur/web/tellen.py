"""How much waits for somebody: the numbers beside the entries of the menu."""

from __future__ import annotations

from datetime import date

from voordeur.beheer.queries.nood import te_bekijken
from voordeur.beheer.queries.wachtend import wacht_op_akkoord
from voordeur.geld.queries import wacht_op
from voordeur.kern.actor import Actor, Rol
from voordeur.toegang.queries_inwoner import mijn_inwonervragen, open_klachten
from voordeur.toegang.queries_wegen import vragen_aan

from .werk import Filters, zaken

VAN_ZAKEN = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
VAN_GELD = frozenset({Rol.CONTRACTBEHEERDER, Rol.CONTROLLER})


def aantallen(wie: Actor, op: date) -> dict[str, int]:
    """By the name of the screen, only for the roles whose work it is."""
    rollen = {deel.rol for deel in wie.rollen_op(op)}
    gevonden: dict[str, int] = {}
    if rollen & VAN_ZAKEN:
        gevonden["web:werkvoorraad"] = zaken(wie, op, Filters()).count()
        if gevraagd := vragen_aan(wie, op).count():
            gevonden["toegang:vragen_aan_ons"] = gevraagd
        if van_inwoners := mijn_inwonervragen(wie, op).count():
            gevonden["toegang:inwonervragen"] = van_inwoners
        if klachten := open_klachten(wie).count():
            gevonden["toegang:klachten"] = klachten
    if Rol.TEAMLEIDER in rollen and (noden := te_bekijken(wie).count()):
        gevonden["beheer:noden"] = noden
    for wachtend in wacht_op_akkoord(wie, op):
        gevonden[wachtend.soort.lijst] = gevonden.get(wachtend.soort.lijst, 0) + 1
    if rollen & VAN_GELD:
        gevonden["geld:inbox"] = wacht_op(wie)
    return gevonden
