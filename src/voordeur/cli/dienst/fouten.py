"""Why Voordeur does not run. Each message is one Dutch line that says what to do."""

from __future__ import annotations

from voordeur.regels.fouten import Onberekenbaar


class DienstFout(Onberekenbaar):
    """The service cannot start, or had to stop."""


class PoortBezet(DienstFout):
    """Somebody else listens on this port."""

    def __init__(self, host: str, poort: int) -> None:
        super().__init__(
            f"--poort: poort {poort} op {host} is bezet; kies een andere, bijvoorbeeld POORT={poort + 123} of --poort"
        )


class KindBlijftStoppen(DienstFout):
    """A part of the service ends each time it is started."""

    def __init__(self, naam: str, code: int) -> None:
        super().__init__(
            f"{naam}: dit deel stopt steeds meteen (uitgangscode {code}); Voordeur is gestopt, zie de regels hierboven"
        )


class VoorbereidingMislukt(DienstFout):
    """The database or the static files could not be prepared; the part itself has said why."""

    def __init__(self, naam: str, code: int) -> None:
        super().__init__(f"{naam}: dit is niet gelukt (uitgangscode {code}); zie de regels hierboven")


class DatabaseWeg(DienstFout):
    """The embedded server was killed."""

    def __init__(self) -> None:
        super().__init__("database: PostgreSQL is weggevallen; Voordeur is gestopt, start het opnieuw")
