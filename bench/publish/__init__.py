"""Turns bench/results into docs/benchmarks.md, its plots, and the measured lines of README."""
