"""The forms of an objection: it came in, it was late, come and tell, heard or not, decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from voordeur.regels.bezwaar import AFZIEN
from voordeur.schermen.velden import KIES, Dag, MetVersie, Tekstvak, naar_gelang

from .forms import JaNee, Kiesveld
from .models import Besluit, Bezwaar


class NieuwBezwaar(MetVersie):
    """Against which decision, when it came, and why."""

    besluit = Kiesveld(label="Tegen welk besluit?")
    ontvangen_op = Dag(label="Wanneer kwam het bezwaar binnen?")
    verzonden_op = naar_gelang(
        Dag(label="Welke dag staat op de poststempel?", required=False, help_text="Alleen bij een brief met de post.")
    )
    gronden = Tekstvak(label="Waarom is de inwoner het niet eens?", help_text="In de woorden van de inwoner.")

    def __init__(self, *delen: Any, besluiten: Iterable[tuple[str, str]], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        rij = list(besluiten)
        veld: Any = self.fields["besluit"]
        veld.choices = rij if len(rij) == 1 else [KIES, *rij]


class TeLaat(MetVersie):
    """Whether being late can be excused."""

    verschoonbaar = JaNee(label="Is er een goede reden dat het bezwaar te laat is?")
    reden = Tekstvak(label="Waarom vindt u dat?")


class Uitnodigen(MetVersie):
    """When and where somebody is heard."""

    dag = Dag(label="Wanneer is het gesprek?", help_text="De inwoner kan de stukken eerst een week lang lezen.")
    waar = forms.CharField(label="Waar en hoe laat?", max_length=200, error_messages={"required": "Vul dit in."})


class Horen(MetVersie):
    """Heard, with what was said; or not, with a reason of the law."""

    gehoord_op = naar_gelang(
        Dag(label="Wanneer was het gesprek?", required=False, help_text="Leeg als er geen gesprek was.")
    )
    verslag = naar_gelang(
        Tekstvak(label="Wat is er gezegd?", required=False, help_text="Nodig als er een gesprek was.")
    )
    afgezien = naar_gelang(forms.ChoiceField(
        label="Waarom was er geen gesprek?", choices=[("", "Er was een gesprek"), *AFZIEN.items()], required=False,
        help_text="De wet noemt deze redenen.",
    ))  # fmt: skip
    toelichting = naar_gelang(
        Tekstvak(label="Leg dat uit", required=False, rijen=2, help_text="Nodig als er geen gesprek was.")
    )


class Beslissen(MetVersie):
    """What becomes of it; only what is possible now can be chosen."""

    uitkomst = Kiesveld(label="Wat beslist u?", widget=forms.RadioSelect)
    motivering = Tekstvak(label="Waarom beslist u dit?", help_text="Dit komt in de brief. Schrijf met 'u'.")

    def __init__(self, *delen: Any, mogelijk: Iterable[str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        veld: Any = self.fields["uitkomst"]
        veld.choices = [(naam, Bezwaar.Uitkomst(naam).label.capitalize()) for naam in mogelijk]


def keuze_van(besluit: Besluit, wat: str) -> tuple[str, str]:
    """A decision as an option: its number, and what it was."""
    return besluit.nummer, f"{besluit.nummer}: {wat}"
