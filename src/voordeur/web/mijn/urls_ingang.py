"""The addresses of getting in, of who helps, and of the language."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import taal, views_digid, views_helpers, views_ingang, views_telefoon

urlpatterns: list[URLPattern] = [
    path("inloggen/", views_ingang.inloggen, name="inloggen"),
    path("inloggen/vergeten/", views_ingang.vergeten, name="vergeten"),
    path("inloggen/digid/onbekend/", views_digid.onbekend, name="digid_onbekend"),
    path("inloggen/digid/niveau/", views_digid.niveau, name="digid_niveau"),
    path("inloggen/digid/regio/", views_digid.regio, name="digid_regio"),
    path("inloggen/code/", views_telefoon.code, name="code"),
    path("telefoon/", views_telefoon.telefoon, name="telefoon"),
    path("uitloggen/", views_ingang.uitloggen, name="uitloggen"),
    path("helpers/", views_helpers.helpers, name="helpers"),
    path("helpers/nieuw/", views_helpers.nieuw, name="helper_nieuw"),
    path("helpers/<int:pk>/code/", views_helpers.code, name="helper_code"),
    path("helpers/<int:pk>/stoppen/", views_helpers.einde, name="helper_einde"),
    path("voor-wie/", views_helpers.voor_wie, name="voor_wie"),
    path("taal/", taal.kies, name="taal"),
    path("activeren/", views_ingang.activeren, name="activeren"),
    path("activeren/wachtwoord/", views_ingang.wachtwoord, name="wachtwoord"),
]
