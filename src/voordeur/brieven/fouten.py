"""Why a letter could not be made. Each error composes its own Dutch sentence."""

from __future__ import annotations

from collections.abc import Sequence


class Brieffout(Exception):
    """The root: a letter that cannot be sent as it is."""


class BriefOnvolledig(Brieffout):
    """Something that must be in the letter is missing or does not fit; `gebreken` names everything at once."""

    def __init__(self, gebreken: Sequence[str]) -> None:
        self.gebreken = tuple(gebreken)
        super().__init__(f"Deze brief kan nog niet weg. {' '.join(self.gebreken)}")


class NietAfdrukbaar(Brieffout):
    """No font on board has these characters; PDF/UA forbids to print an empty box instead."""

    def __init__(self, tekens: str) -> None:
        self.tekens = tekens
        super().__init__(f"Deze tekens kan een brief niet afdrukken: {tekens}. Schrijf ze met gewone letters.")
