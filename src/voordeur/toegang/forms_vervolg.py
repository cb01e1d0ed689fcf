"""The forms around a decision: results, the wish for a budget, and what comes after a grant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from voordeur.regels.herziening import GRONDEN
from voordeur.regels.pgb import VOORWAARDEN
from voordeur.schermen.velden import Dag, JaNeeOnbekend, MetVersie, Tekstvak, naar_gelang

from .actions.besluit_vervolg import ERNA, STOPT, WAAROM_OP_PAPIER
from .forms import JaNee, Kiesveld, keuzes
from .models import Besluit

Soort = Besluit.Soort
SOORTEN = {
    Soort.VERLENGING: "Verlengen: de hulp gaat door",
    Soort.OVERBRUGGING: "Overbruggen: de hulp gaat door tot wij besluiten",
    Soort.HERZIENING: "Veranderen: de hulp of de duur wordt anders",
    Soort.INTREKKING: "Intrekken: de hulp stopt",
    Soort.EINDE: "Beëindigen: de hulp is klaar",
}
LETTERS = {letter: f"{letter}. {tekst}" for letter, tekst in GRONDEN.items()}
PGB_UITLEG = "Schrijf op wat u hebt gevonden. Bij 'nee' is dit nodig en komt het in de brief."


class Resultaten(MetVersie):
    """What the help is to bring about, by life domain; a domain can stay empty."""

    def __init__(self, *delen: Any, domeinen: Sequence[str], voorbeelden: Mapping[str, str], **velden: Any) -> None:
        super().__init__(*delen, **velden)
        for nummer, domein in enumerate(domeinen):
            hulp = voorbeelden.get(domein, "")
            self.fields[f"d{nummer}"] = Tekstvak(label=domein, required=False, rijen=2, max_length=500, help_text=hulp)
        self.domeinen = tuple(domeinen)

    def resultaten(self) -> dict[str, str]:
        """The texts of a valid form by domain."""
        return {domein: self.cleaned_data[f"d{nummer}"] for nummer, domein in enumerate(self.domeinen)}


class Pgbvraag(MetVersie):
    """Whether a budget was asked for, and each condition of the law with what was found."""

    gevraagd = JaNee(label="Vraagt de inwoner om een pgb?")

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        for naam, tekst in VOORWAARDEN.items():
            self.fields[naam] = JaNeeOnbekend(label=tekst)
            self.fields[f"uitleg_{naam}"] = naar_gelang(
                Tekstvak(label="Uitleg hierbij", required=False, rijen=2, max_length=2000, help_text=PGB_UITLEG)
            )

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        for naam in VOORWAARDEN:
            zonder = ingevuld.get(naam) is False and not ingevuld.get(f"uitleg_{naam}")
            if ingevuld.get("gevraagd") and zonder:
                self.add_error(f"uitleg_{naam}", "Schrijf op waarom deze voorwaarde niet klopt.")
        return ingevuld

    def antwoorden(self) -> dict[str, bool | None]:
        """The answers of a valid form."""
        return {naam: self.cleaned_data[naam] for naam in VOORWAARDEN}

    def uitleg(self) -> dict[str, str]:
        """What was written with each of them."""
        return {naam: self.cleaned_data[f"uitleg_{naam}"] for naam in VOORWAARDEN}


class Vervolg(MetVersie):
    """An extension, a bridging decision, a revision, a withdrawal or an end."""

    soort = Kiesveld(label="Wat besluit u?", choices=list(SOORTEN.items()), widget=forms.RadioSelect)
    van = Dag(label="Vanaf welke dag geldt dit?", help_text="Bij stoppen: de eerste dag zonder hulp.")
    tot = naar_gelang(Dag(label="Laatste dag", required=False, help_text="Niet bij stoppen."))
    grond = naar_gelang(forms.ChoiceField(
        label="Welke reden noemt de wet?", choices=keuzes(LETTERS), required=False,
        help_text="Nodig bij veranderen en stoppen.",
    ))  # fmt: skip
    vorm = naar_gelang(forms.ChoiceField(label="Welke vorm?", required=False, help_text="Alleen bij veranderen."))
    arrangement = naar_gelang(
        forms.ChoiceField(label="Welk arrangement?", required=False, help_text="Alleen bij veranderen.")
    )
    zwaarte = naar_gelang(forms.ChoiceField(label="Welke zwaarte?", required=False, help_text="Alleen bij veranderen."))
    motivering = Tekstvak(label="Waarom besluit u dit?", help_text="Dit komt in de brief. Schrijf met 'u'.")
    op_papier = naar_gelang(Tekstvak(
        label="Waarom kan de hulp doorgaan op het papieren besluit?", required=False, rijen=2,
        help_text="Nodig bij verlengen en veranderen. Dit komt in de brief.",
    ))  # fmt: skip
    te_laat = naar_gelang(Tekstvak(
        label="Waarom komt dit na het einde?", required=False, rijen=2, help_text="Nodig bij verlengen en overbruggen.",
    ))  # fmt: skip
    in_plaats_daarvan = naar_gelang(
        Tekstvak(label="Wat kan de inwoner wel krijgen?", required=False, rijen=2, help_text="Nodig bij intrekken.")
    )
    afwijking = naar_gelang(Tekstvak(
        label="Ik wijk af van de uitkomst, want", required=False, rijen=2,
        help_text="Vul dit in als u iets anders besluit dan de regels zeggen.",
    ))  # fmt: skip

    def __init__(
        self, *delen: Any, vormen: Mapping[str, str], arrangementen: Mapping[str, str], zwaarten: list[str],
        voorbij: bool, papier: bool = False, **velden: Any,
    ) -> None:  # fmt: skip
        super().__init__(*delen, **velden)
        for veld, nodig in (("te_laat", voorbij), ("op_papier", papier)):
            if not nodig:
                del self.fields[veld]
        zwaar = {naam: naam.capitalize() for naam in zwaarten}
        for veld, namen in (("vorm", vormen), ("arrangement", arrangementen), ("zwaarte", zwaar)):
            if len(namen) < 2:  # noqa: PLR2004 - one is no choice
                del self.fields[veld]
            else:
                veld_: Any = self.fields[veld]
                veld_.choices = [("", "Zoals het was"), *keuzes(namen, kies=False)]

    def clean(self) -> dict[str, Any]:
        ingevuld: dict[str, Any] = super().clean() or {}
        soort = ingevuld.get("soort")
        if soort in {*STOPT, Soort.HERZIENING} and not ingevuld.get("grond"):
            self.add_error("grond", "Kies de reden uit de wet.")
        if soort in (Soort.VERLENGING, Soort.HERZIENING) and "op_papier" in self.fields:
            self._eis_op_papier(ingevuld)
        if soort in ERNA and "te_laat" in self.fields and not ingevuld.get("te_laat"):
            self.add_error("te_laat", "Schrijf op waarom dit later komt.")
        if soort == Soort.INTREKKING and not ingevuld.get("in_plaats_daarvan"):
            self.add_error("in_plaats_daarvan", "Schrijf op wat de inwoner wel kan krijgen.")
        if soort == Soort.OVERBRUGGING and "tot" not in self.errors and not ingevuld.get("tot"):
            self.add_error("tot", "Vul de laatste dag in.")
        return ingevuld

    def _eis_op_papier(self, ingevuld: Mapping[str, Any]) -> None:
        if not ingevuld.get("op_papier"):
            self.add_error("op_papier", WAAROM_OP_PAPIER)
