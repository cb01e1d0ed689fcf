"""The rules: pure functions over plain values. No clock, no I/O, no framework.

Each rule takes its parameters (a dataclass, filled from an agreement's file) and the facts of a case, and
returns an `Uitkomst`: the value, and the steps that led to it with the provisions they rest on.
"""
