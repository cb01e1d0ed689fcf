"""What is wrong with a question, in one Dutch line."""

from __future__ import annotations

from voordeur.regels.fouten import Onberekenbaar

VASTE_SPATIE = "\u00a0"


class InvoerFout(Onberekenbaar):
    """Bad input; `veld` is the option or the path in the JSON that it is about."""

    def __init__(self, veld: str, melding: str) -> None:
        self.veld = veld
        super().__init__(f"{veld}: {melding}")


class GeenRegel(Onberekenbaar):
    """The agreement has no rule for this question."""

    def __init__(self, id_: str, wat: str) -> None:
        super().__init__(f"regeling {id_} kent geen {wat}")


class Gevonden(Exception):
    """A `controleer` command found faults: the answer is given, the exit code is 1."""


def op_een_regel(tekst: str) -> str:
    """A message without line ends or characters that a terminal cannot show."""
    return zonder_stuurtekens(" ".join(tekst.split()))


def zonder_stuurtekens(tekst: str) -> str:
    """A text in which whatever could steer a terminal is written out."""
    return "".join(teken if teken.isprintable() or teken == VASTE_SPATIE else ascii(teken)[1:-1] for teken in tekst)
