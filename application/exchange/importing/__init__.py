"""Registers that offices keep as spreadsheets, taken as they are: nothing lost, nothing guessed."""
