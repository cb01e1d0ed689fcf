"""What every slice stands on: regions, colleges, accounts, roles, mandates, actions, journal, proof of computation."""
