"""Shelters: who comes to the door, who sleeps where tonight, the intake, families, from a night to a trajectory."""
