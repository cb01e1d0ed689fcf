"""Two registrations of one person that become one."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import F, Q

from voordeur.inwoner.models import Inwoner, VanInwoner


class Samenvoeging(VanInwoner):
    """`gaat_op` becomes part of `blijft` when another person than who asked confirms it; it can be undone.

    `verhuisd`: what moved, in ids only: the dossiers, the facts with their version, other rows. Why people asked for
    it stands with the resident that stays, as 'samenvoeging <id>'.
    """

    blijft = models.ForeignKey(Inwoner, models.PROTECT, related_name="+")
    gaat_op = models.ForeignKey(Inwoner, models.PROTECT, related_name="+")
    gevraagd_door = models.BigIntegerField()
    gevraagd_op = models.DateField()
    beslist_door = models.BigIntegerField(null=True)
    beslist_op = models.DateField(null=True)
    afgewezen = models.BooleanField(default=False)
    ongedaan_door = models.BigIntegerField(null=True)
    ongedaan_op = models.DateField(null=True)
    verhuisd = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(blijft=F("gaat_op")), name="samenvoeging_twee_registraties"),
            models.CheckConstraint(condition=~Q(beslist_door=F("gevraagd_door")), name="samenvoeging_vier_ogen"),
            models.CheckConstraint(
                condition=Q(beslist_op__isnull=True, beslist_door__isnull=True)
                | Q(beslist_op__isnull=False, beslist_door__isnull=False),
                name="samenvoeging_beslist_door_iemand",
            ),
            models.CheckConstraint(
                condition=Q(ongedaan_op__isnull=True, ongedaan_door__isnull=True)
                | Q(ongedaan_op__isnull=False, ongedaan_door__isnull=False, beslist_op__isnull=False, afgewezen=False),
                name="samenvoeging_ongedaan_na_gedaan",
            ),
            # asked or done: a registration goes into one other at a time
            models.UniqueConstraint(
                fields=["gaat_op"], condition=Q(afgewezen=False, ongedaan_op=None), name="samenvoeging_gaat_een_keer_op"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gaat_op_id} in {self.blijft_id}"

    @property
    def inwoner_id(self) -> UUID:
        return self.blijft_id

    @property
    def gedaan(self) -> bool:
        """Whether the two are one now."""
        return self.beslist_op is not None and not self.afgewezen and self.ongedaan_op is None
