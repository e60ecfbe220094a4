"""The benchmarks, a file each: its docstring tells title and method in the report, `measure` finds the figures."""
