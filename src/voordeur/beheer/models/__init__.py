"""What the management of a region stores: tables and constraints, no behaviour beyond a row of its own."""
