"""The forms by which a resident gets in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from voordeur.kern.models import Account
from voordeur.schermen.velden import Dag, naar_gelang


def _tekst(label: Any, fout: Any, **kenmerken: Any) -> forms.CharField:
    invoer = forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", **kenmerken})
    return forms.CharField(label=label, max_length=40, error_messages={"required": fout}, widget=invoer)


def _geheim(label: Any, fout: Any, soort: str) -> forms.CharField:
    invoer = forms.PasswordInput(attrs={"autocomplete": soort})
    return forms.CharField(label=label, max_length=200, strip=False, error_messages={"required": fout}, widget=invoer)


class Inloggen(forms.Form):
    """The name of the letter and one's own password."""

    loginnaam = _tekst(_("Inlognaam"), _("Vul uw inlognaam in."), inputmode="numeric", autocomplete="username")
    wachtwoord = _geheim(_("Wachtwoord"), _("Vul uw wachtwoord in."), "current-password")


class Code(forms.Form):
    """The name and the code of a letter or an invitation."""

    loginnaam = _tekst(_("Inlognaam"), _("Vul uw inlognaam in."), inputmode="numeric", autocomplete="off")
    code = _tekst(_("Code"), _("Vul de code in."), autocomplete="one-time-code")

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["loginnaam"].help_text = _("Dit nummer staat in uw brief.")
        self.fields["code"].help_text = _("De streepjes mag u weglaten.")


class Activeren(Code):
    """The first time: also the day of birth. Who helps somebody else leaves it open."""

    # not called optional: who leaves the own one open wastes one of five tries
    geboortedatum = naar_gelang(Dag(
        label=_("Uw geboortedatum"), required=False,
        error_messages={"invalid": _("Vul een datum in die bestaat, zoals 19-10-1985.")},
        help_text=_("Helpt u iemand anders? Dan mag dit leeg blijven."),
    ))  # fmt: skip


# by the code of what is wrong with a password; Django does not say all of it in every language
ZWAK: dict[str | None, Any] = {
    "password_too_short": _("Dit wachtwoord is te kort. Gebruik minstens 12 tekens."),
    "password_too_common": _("Dit wachtwoord gebruiken te veel mensen. Kies een ander."),
    "password_entirely_numeric": _("Gebruik niet alleen cijfers."),
    "password_too_similar": _("Dit wachtwoord lijkt op uw inlognaam. Kies een ander."),
}


def _in_onze_woorden(fout: forms.ValidationError) -> Any:
    return ZWAK.get(fout.code, _("Dit wachtwoord is niet sterk genoeg. Kies een ander."))


class Wachtwoord(forms.Form):
    """A password of one's own, twice."""

    wachtwoord = _geheim(_("Nieuw wachtwoord"), _("Vul een nieuw wachtwoord in."), "new-password")
    nog_een_keer = _geheim(
        _("Nieuw wachtwoord, nog een keer"), _("Vul het nieuwe wachtwoord nog een keer in."), "new-password"
    )

    def __init__(self, *delen: Any, account: Account, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.account = account
        self.fields["wachtwoord"].help_text = _("Gebruik minstens 12 tekens. Een paar losse woorden is goed.")

    def clean_wachtwoord(self) -> str:
        gekozen: str = self.cleaned_data["wachtwoord"]
        try:
            validate_password(gekozen, self.account)
        except forms.ValidationError as fout:
            raise forms.ValidationError(list(map(_in_onze_woorden, fout.error_list))) from None
        return gekozen

    def clean(self) -> dict[str, Any]:
        een, twee = self.cleaned_data.get("wachtwoord"), self.cleaned_data.get("nog_een_keer")
        if een and twee and een != twee:
            self.add_error("nog_een_keer", _("Vul twee keer hetzelfde wachtwoord in."))
        return self.cleaned_data
