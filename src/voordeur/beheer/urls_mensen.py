"""The addresses of staff and their rights."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views_herstel, views_mensen, views_nood, views_rechten, views_rollen, views_tweede, views_vertrek

urlpatterns: list[URLPattern] = [
    path("welkom/", views_mensen.welkom, name="welkom"),
    path("medewerkers/", views_mensen.mensen, name="mensen"),
    path("medewerkers/uitnodigen/", views_mensen.uitnodigen, name="uitnodigen"),
    path("medewerkers/<int:pk>/", views_mensen.mens, name="mens"),
    path("medewerkers/<int:pk>/gegevens/", views_mensen.wijzig, name="mens_wijzig"),
    path("medewerkers/<int:pk>/code/", views_herstel.opnieuw_uitnodigen, name="opnieuw_uitnodigen"),
    path("medewerkers/<int:pk>/heropenen/", views_herstel.heropenen, name="heropenen"),
    path("medewerkers/<int:pk>/rol/", views_rollen.rol_geven, name="rol_geven"),
    path("medewerkers/<int:pk>/vervanging/", views_vertrek.vervanging, name="vervanging"),
    path("medewerkers/<int:pk>/overdragen/", views_vertrek.overdragen, name="overdragen"),
    path("medewerkers/<int:pk>/vertrek/", views_vertrek.vertrek, name="vertrek"),
    path("rollen/<int:pk>/einde/", views_rollen.rol_einde, name="rol_einde"),
    path("vervangingen/<int:pk>/einde/", views_vertrek.vervanging_einde, name="vervanging_einde"),
    path("nood/", views_nood.nood, name="nood"),
    path("nood/vragen/", views_nood.nood_vragen, name="nood_vragen"),
    path("nood/<int:pk>/", views_nood.nood_dossier, name="nood_dossier"),
    path("noodtoegang/", views_nood.noden, name="noden"),
    path("noodtoegang/<int:pk>/", views_nood.nood_beoordelen, name="nood_beoordelen"),
    path("te-bevestigen/", views_tweede.te_bevestigen, name="te_bevestigen"),
    path("te-bevestigen/code/<int:pk>/", views_tweede.code_bevestigen, name="code_bevestigen"),
    path("te-bevestigen/mandaat/<int:pk>/", views_tweede.mandaat_bevestigen, name="mandaat_bevestigen"),
    path("te-bevestigen/nood/<int:pk>/", views_tweede.nood_bevestigen, name="nood_bevestigen"),
    path("wie-mag/<str:nummer>/", views_rechten.wie_mag, name="wie_mag"),
    path("rechten/", views_rechten.rechten, name="rechten"),
    path("rechten/<int:pk>/", views_rechten.recht, name="recht"),
    path("mandaten/", views_rollen.mandaten, name="mandaten"),
    path("mandaten/nieuw/", views_rollen.mandaat_nieuw, name="mandaat_nieuw"),
    path("mandaten/<int:pk>/einde/", views_rollen.mandaat_einde, name="mandaat_einde"),
]
