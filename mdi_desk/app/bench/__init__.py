"""Benchmarks: each figure beside its floor, measured in the same run, one after the other in turns.

An absolute time means nothing on a shared machine; the ratio does. `board` lists them, `figures` counts,
`ground` makes
a database of their own.
"""
