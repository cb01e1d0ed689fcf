"""The addresses of the route of a region. `VAST` comes before the number of a dossier, `VAN_DOSSIER` after it."""

from __future__ import annotations

from django.urls import path

from . import views_aanmeldlijst, views_bijzonder, views_melding, views_uitvragen, views_wegen

VAST = [
    path("nieuw/", views_melding.nieuw, name="nieuw"),
    path("komt-eraan/", views_bijzonder.komt_eraan, name="komt_eraan"),
    path("aanmeldlijst/", views_aanmeldlijst.aanmeldlijst, name="aanmeldlijst"),
    path("aanmeldlijst/bestand/", views_aanmeldlijst.bestand, name="aanmeldlijst_bestand"),
    path("vragen/", views_uitvragen.vragen_aan_ons, name="vragen_aan_ons"),
    path("wachten/", views_uitvragen.wachten, name="wachten"),
]
VAN_DOSSIER = [
    path("<str:nummer>/stap/<str:stap>/", views_wegen.wegstap, name="wegstap"),
    path("<str:nummer>/stap/<str:stap>/vragen/", views_uitvragen.vragen, name="vragen"),
    path("<str:nummer>/stap/<str:stap>/zonder/", views_wegen.zonder, name="wegstap_zonder"),
    path("<str:nummer>/vraag/", views_uitvragen.vraag_los, name="vraag_los"),
    path("<str:nummer>/vraag/<int:pk>/", views_uitvragen.vraag, name="vraag"),
    path("<str:nummer>/vraag/<int:pk>/herinneren/", views_uitvragen.herinneren, name="herinneren"),
    path("<str:nummer>/bijzonder/<str:lijst>/", views_bijzonder.omstandigheid, name="omstandigheid"),
    path("<str:nummer>/spoed/", views_bijzonder.spoed, name="spoed"),
    path("<str:nummer>/client/", views_bijzonder.client, name="client"),
    path("<str:nummer>/woonplaats/", views_bijzonder.woonplaats, name="woonplaats"),
]
