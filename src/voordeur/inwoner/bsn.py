"""The burgerservicenummer: its check, and how it may be shown."""

from __future__ import annotations

CIJFERS = 9
GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
ELF = 11


def lees_bsn(tekst: str) -> str:
    """A BSN of nine digits; eight digits get a zero in front. Raises ValueError with what is wrong, in Dutch."""
    kaal = tekst.replace(" ", "").replace(".", "")
    if not (kaal.isascii() and kaal.isdecimal() and len(kaal) in (CIJFERS - 1, CIJFERS)):
        raise ValueError("Een BSN heeft negen cijfers.")
    bsn = kaal.zfill(CIJFERS)
    if not voldoet_aan_elfproef(bsn):
        raise ValueError("Dit BSN klopt niet. Kijk of er een cijfer verkeerd staat.")
    return bsn


def voldoet_aan_elfproef(bsn: str) -> bool:
    """The check on eleven: nine down to two times the digits, minus the last one; all zeros is no number."""
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(GEWICHTEN, bsn, strict=True))
    return int(bsn) > 0 and som % ELF == 0


def verhuld(bsn: str) -> str:
    """A BSN of which only the last three digits can be read."""
    return "•" * (CIJFERS - 3) + bsn[-3:]
