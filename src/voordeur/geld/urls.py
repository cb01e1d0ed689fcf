"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import declaraties, grootboek, jaren, subsidies, wachtend

app_name = "geld"
urlpatterns: list[URLPattern] = [
    path("", wachtend.inbox, name="inbox"),
    path("betalingen/", wachtend.betalingen, name="betalingen"),
    path("betalingen/<str:nummer>/", wachtend.betaling, name="betaling"),
    path("betalingen/<str:nummer>/afkeuren/", wachtend.betaling_afkeuren, name="betaling_afkeuren"),
    path("subsidies/", subsidies.subsidies, name="subsidies"),
    path("subsidies/nieuw/", subsidies.subsidie_nieuw, name="subsidie_nieuw"),
    path("subsidies/<str:nummer>/", subsidies.subsidie, name="subsidie"),
    path("subsidies/<str:nummer>/verlenen/", subsidies.verlenen, name="verlenen"),
    path("subsidies/<str:nummer>/voorschot/", subsidies.voorschot, name="voorschot"),
    path("subsidies/<str:nummer>/vaststelling/", subsidies.vaststelling, name="vaststelling"),
    path("subsidies/<str:nummer>/vaststellen/", subsidies.vaststellen, name="vaststellen"),
    path("declaraties/", declaraties.declaraties, name="declaraties"),
    path("declareren/", declaraties.declareren, name="declareren"),
    path("declareren/<int:plaatsing>/<int:blok>/", declaraties.declareren_blok, name="declareren_blok"),
    path("declaraties/<str:nummer>/", declaraties.declaratie, name="declaratie"),
    path("declaraties/<str:nummer>/goedkeuren/", declaraties.declaratie_goedkeuren, name="declaratie_goedkeuren"),
    path("declaraties/<str:nummer>/afwijzen/", declaraties.declaratie_afwijzen, name="declaratie_afwijzen"),
    path("boekingen/<str:nummer>/storneren/", grootboek.storneren, name="storneren"),
    path("jaar/", jaren.jaar, name="jaar"),
    path("<int:jaar>/", jaren.jaar, name="jaar"),
    path("<int:jaar>/begroting/", jaren.begroting, name="begroting"),
    path("<int:jaar>/sluiten/", jaren.sluiten, name="sluiten"),
    path("<int:jaar>/verrekening/", jaren.verrekening, name="verrekening"),
    path("<int:jaar>/verrekening/vaststellen/", jaren.verrekening_vaststellen, name="verrekening_vaststellen"),
    path("<int:jaar>/grootboek/", grootboek.grootboek, name="grootboek"),
    path("<int:jaar>/grootboek.journal", grootboek.hledger, name="hledger"),
]
