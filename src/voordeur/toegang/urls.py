"""The addresses of this room."""

from __future__ import annotations

from django.urls import path

from . import (
    urls_besluit,
    urls_ingang,
    urls_inwoner,
    urls_klokken,
    urls_landelijk,
    urls_onderzoek,
    urls_personen,
    urls_wegen,
    views,
    views_besluit,
    views_stappen,
    views_toewijzen,
)

app_name = "toegang"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    *urls_besluit.VAST,
    *urls_klokken.VAST,
    *urls_wegen.VAST,
    *urls_personen.VAST,
    *urls_inwoner.VAST,
    path("<str:nummer>/", views.dossier, name="dossier"),
    path("<str:nummer>/bevestigen/", views_stappen.bevestigen, name="bevestigen"),
    path("<str:nummer>/voorwaarden/", views_stappen.criteria, name="criteria"),
    path("<str:nummer>/inschaling/", views_stappen.inschaling, name="inschaling"),
    path("<str:nummer>/aanvraag/", views_stappen.aanvraag, name="aanvraag"),
    path("<str:nummer>/besluit/", views_besluit.besluit, name="besluit"),
    path("<str:nummer>/ondertekenen/", views_besluit.ondertekenen, name="ondertekenen"),
    path("<str:nummer>/document/<int:pk>/", views.document, name="document"),
    path("<str:nummer>/journaal/", views.journaal, name="journaal"),
    path("<str:nummer>/behandelaar/", views_toewijzen.toewijzen, name="toewijzen"),
    *urls_besluit.VAN_DOSSIER,
    *urls_klokken.VAN_DOSSIER,
    *urls_onderzoek.urlpatterns,
    *urls_wegen.VAN_DOSSIER,
    *urls_landelijk.VAN_DOSSIER,
    *urls_personen.VAN_DOSSIER,
    *urls_ingang.VAN_DOSSIER,
    *urls_inwoner.VAN_DOSSIER,
]
