"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import kaart, views, views_cijfers, views_persoon

__all__ = ["app_name", "kaart", "urlpatterns"]

app_name = "opvang"
urlpatterns: list[URLPattern] = [
    path("", views.vannacht, name="vannacht"),
    path("deur/", views.deur, name="deur"),
    path("deur/geen-plek/", views.geen_plek, name="geen_plek"),
    path("niemand/", views.niemand_hier, name="niemand_hier"),
    path("bedden/", views.bedden, name="bedden"),
    path("cijfers/", views_cijfers.cijfers, name="cijfers"),
    path("bon/<str:nummer>/", views.bon, name="bon"),
    path("<str:nummer>/", views_persoon.persoon, name="persoon"),
    path("<str:nummer>/niet-hier/", views.niet_hier, name="niet_hier"),
    path("<str:nummer>/geen-plek/", views.elders, name="elders"),
    path("<str:nummer>/gegevens/", views_persoon.gegevens, name="gegevens"),
    path("<str:nummer>/intake/", views_persoon.intake, name="intake"),
    path("<str:nummer>/veilig/", views_persoon.veilig, name="veilig"),
    path("<str:nummer>/plan/", views_persoon.plan, name="plan"),
    path("<str:nummer>/besluit/", views_persoon.besluit, name="besluit"),
    path("<str:nummer>/ondertekenen/", views_persoon.ondertekenen, name="ondertekenen"),
    path("<str:nummer>/starten/", views_persoon.starten, name="starten"),
    path("<str:nummer>/brief/<int:pk>/", views_persoon.brief, name="brief"),
]
