"""Measurements of Bitim: what is measured in `measurements/`, on what in `office/`, what came out in `results/`."""
