"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views, views_plaatsen

app_name = "verblijf"
urlpatterns: list[URLPattern] = [
    path("", views.bewoners, name="bewoners"),
    path("wachtlijst/", views.wachtlijst, name="wachtlijst"),
    path("plaatsen/<str:nummer>/", views_plaatsen.plaatsen, name="plaatsen"),
    path("plan/<str:nummer>/", views.plan, name="plan"),
    path("<int:pk>/beeindigen/", views.beeindigen, name="beeindigen"),
]
