"""The addresses of this room."""

from __future__ import annotations

from django.urls import path

from . import views, views_besluit, views_stappen

app_name = "toegang"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<str:nummer>/", views.dossier, name="dossier"),
    path("<str:nummer>/bevestigen/", views_stappen.bevestigen, name="bevestigen"),
    path("<str:nummer>/onderzoek/", views_stappen.onderzoek, name="onderzoek"),
    path("<str:nummer>/zelfredzaamheid/", views_stappen.zrm, name="zrm"),
    path("<str:nummer>/voorwaarden/", views_stappen.criteria, name="criteria"),
    path("<str:nummer>/inschaling/", views_stappen.inschaling, name="inschaling"),
    path("<str:nummer>/aanvraag/", views_stappen.aanvraag, name="aanvraag"),
    path("<str:nummer>/besluit/", views_besluit.besluit, name="besluit"),
    path("<str:nummer>/ondertekenen/", views_besluit.ondertekenen, name="ondertekenen"),
    path("<str:nummer>/document/<int:pk>/", views.document, name="document"),
    path("<str:nummer>/journaal/", views.journaal, name="journaal"),
]
