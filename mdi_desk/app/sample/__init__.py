"""The sample institute: invented, but like a real one; the same for a seed and a day, passwords and ids
aside.

`institute.plan` thinks it up in memory, `load.fill` writes it, `growth` adds people by the hundred thousand.
"""
