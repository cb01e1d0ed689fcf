"""Texts on help that is needed later."""

TEKSTEN = {
    "komt_eraan.op_tijd": "Hulp is nodig op {nodig_op:datum}. Het besluit is er uiterlijk op {uiterlijk:datum}.",
    "komt_eraan.krap": (
        "Hulp is nodig op {nodig_op:datum}. Volgens de termijnen kan het besluit er pas op {uiterlijk:datum} zijn. "
        "Werk dus sneller."
    ),
}
