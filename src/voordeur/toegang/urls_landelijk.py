"""The addresses of another region, of disputes and of corrections."""

from __future__ import annotations

from django.urls import path

from . import views_correcties, views_geschillen, views_landelijk

VAN_DOSSIER = [
    path("<str:nummer>/landelijk/", views_landelijk.wegen, name="landelijk"),
    path("<str:nummer>/landelijk/vertrek/", views_landelijk.vertrek, name="landelijk_vertrek"),
    path("<str:nummer>/landelijk/raadplegen/", views_landelijk.raadplegen, name="landelijk_raadplegen"),
    path("<str:nummer>/landelijk/reactie/", views_landelijk.reactie, name="landelijk_reactie"),
    path("<str:nummer>/landelijk/kiezen/", views_landelijk.kiezen, name="landelijk_kiezen"),
    path("<str:nummer>/landelijk/accepteren/", views_landelijk.accepteren, name="landelijk_accepteren"),
    path("<str:nummer>/landelijk/overdragen/", views_landelijk.overdragen, name="landelijk_overdragen"),
    path("<str:nummer>/landelijk/loslaten/", views_landelijk.loslaten, name="landelijk_loslaten"),
    path("<str:nummer>/landelijk/intrekken/", views_landelijk.intrekken, name="landelijk_intrekken"),
    path("<str:nummer>/geschil/", views_geschillen.beginnen, name="geschil"),
    path("<str:nummer>/geschil/<str:soort>/", views_geschillen.verder, name="geschil_verder"),
    path("<str:nummer>/corrigeren/", views_correcties.corrigeren, name="corrigeren"),
    path("<str:nummer>/corrigeren/<str:wat>/", views_correcties.corrigeer, name="corrigeer"),
    path("<str:nummer>/verplaatsen/", views_correcties.verplaats, name="verplaatsen"),
    path("<str:nummer>/document/<int:pk>/opnieuw/", views_correcties.brief_opnieuw, name="brief_opnieuw"),
]
