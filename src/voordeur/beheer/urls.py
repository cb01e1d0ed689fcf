"""The addresses of the region's own management."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from . import urls_beleid, views, views_gezondheid

app_name = "beheer"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.begin, name="begin"),
    path("beleid/", include(urls_beleid)),
    path("gezondheid/", views_gezondheid.gezond, name="gezondheid"),
    path("", include("voordeur.beheer.urls_mensen")),
    path("", include("voordeur.beheer.urls_bewaren")),
    path("", include("voordeur.beheer.urls_organisaties")),
    path("berichten/<uuid:bericht>/opnieuw/", views.opnieuw, name="bericht_opnieuw"),
    path("inlezen/", include("voordeur.beheer.urls_inlezen")),
]
