"""Moving in: tables of a region that is already at work become residents, decisions, places and opening balances."""
