"""What is asked of drafts: one's own only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from voordeur.inwoner.queries import lees_bestand
from voordeur.kern.actor import Actor

from .models import Concept, Dossier


@dataclass(frozen=True)
class Conceptbeeld:
    """A draft: when it was kept, and the raw answers by the name of their field."""

    om: datetime
    velden: dict[str, list[str]]


def concept_van(wie: Actor, dossier: Dossier, formulier: str) -> Conceptbeeld | None:
    """Somebody's own draft of a form. Raises SleutelOntbreekt when the key was destroyed."""
    concept = Concept.objects.filter(dossier=dossier, account=wie.account or 0, formulier=formulier).first()
    if concept is None:
        return None
    return Conceptbeeld(concept.om, json.loads(lees_bestand(dossier.inwoner, concept.inhoud)))
