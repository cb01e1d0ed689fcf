"""The addresses of the resident's own pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import urls_ingang, urls_rechten, views, views_afspraken, views_brieven, views_doen, views_mail, views_vragen

app_name = "mijn"
urlpatterns: list[URLPattern] = [
    path("", views.begin, name="begin"),
    *urls_ingang.urlpatterns,
    *urls_rechten.urlpatterns,
    path("zaak/<str:nummer>/", views.zaak, name="zaak"),
    path("zaak/<str:nummer>/opsturen/", views_doen.opsturen, name="opsturen"),
    path("zaak/<str:nummer>/plan/", views_doen.plan, name="plan"),
    path("zaak/<str:nummer>/verslag/", views_doen.verslag, name="verslag"),
    path("zaak/<str:nummer>/te-laat/<str:soort>/", views_doen.te_laat, name="te_laat"),
    path("zaak/<str:nummer>/besluit/<str:besluit>/", views.besluit, name="besluit"),
    path("zaak/<str:nummer>/besluit/<str:besluit>/bezwaar/", views_doen.bezwaar, name="bezwaar"),
    path("vragen/", views_vragen.vragen, name="vragen"),
    path("vragen/nieuw/", views_vragen.vraag_nieuw, name="vraag_nieuw"),
    path("klacht/", views_vragen.klacht_nieuw, name="klacht_nieuw"),
    path("afspraken/<int:pk>/agenda/", views_afspraken.agenda, name="afspraak_agenda"),
    path("afspraken/<int:pk>/ander-moment/", views_afspraken.anders, name="afspraak_anders"),
    path("mailbericht/", views_mail.mailbericht, name="mailbericht"),
    path("brieven/", views_brieven.brieven, name="brieven"),
    path("brieven/<int:pk>/", views_brieven.brief, name="brief"),
]
