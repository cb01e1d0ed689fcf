"""The machine door: `/v1` composes what the slices offer, for the systems of providers and municipalities."""
