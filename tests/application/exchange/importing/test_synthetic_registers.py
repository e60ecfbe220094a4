"""Registers made with a seed, as dirty as real ones: no row is lost, nothing is read wrongly."""

import pytest

from application.bitim import Bitim
from benchmarks.registers.files import Register, registers
from benchmarks.registers.judging import judge, taken

REGISTERS = registers(60)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.filename)
def test_no_row_is_lost_and_nothing_is_read_wrongly(bitim: Bitim, register: Register) -> None:
    report = taken(bitim, register)

    judged = judge(bitim, register, report)
    assert (judged.lost, judged.wrong) == (0, ())
    assert judged.left < judged.rows / 2
    assert report.counted()["made"] >= 60


def test_a_row_that_is_lost_or_read_wrongly_is_found_out(bitim: Bitim) -> None:
    first, second, _ = REGISTERS
    report = taken(bitim, first)
    place, other = next(iter(first.lines)), next(iter(second.lines.values()))
    swapped = Register(first.office, first.filename, first.content, {**first.lines, place: other, ("", 9999): other})

    judged = judge(bitim, swapped, report)

    assert judged.lost == 1
    assert len(judged.wrong) >= 1
