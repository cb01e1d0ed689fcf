"""The money: ledger, subsidies, declaraties, the year and its settlement."""
