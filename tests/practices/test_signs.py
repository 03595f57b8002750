"""Leads that warn are marked in the list of leads (PRACTICES F2, G5)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.records.edit import Record
from store.records.practice_words import Flag
from tests.builders import a_contact, a_lead, a_quote, an_incident
from tests.tui.apps import an_app
from tests.tui.test_app import browser, main, until
from tui.views.leads_view import LeadsView

BAN_ENDS = date(2026, 3, 17)
FLAGS = (*Flag,)


async def sign(folder: Path, today: date, *records: Record) -> tuple[str, Any]:
    """What marks the one lead in its list, and its colour."""
    app = an_app(folder, *records, today=today)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3")
        await until(pilot, lambda: main(app).look.advises)
        (row,) = browser(app).lines.rows
        cell = LeadsView().cells(row, main(app).look)["sign"]
        return cell.plain.strip(), cell.style


@pytest.mark.parametrize(("today", "marked"), [(BAN_ENDS, "△"), (date(2026, 3, 18), "")])
async def test_f2_a_lead_is_marked_while_the_ban_of_its_platform_lasts(
    tmp_path: Path, today: date, marked: str
) -> None:
    lead, ban = a_lead(platform="5euros"), an_incident(date(2026, 3, 2))
    mark, _colour = await sign(tmp_path, today, lead, a_quote(), ban)
    assert mark == marked


@pytest.mark.parametrize(("count", "marked"), [(2, False), (3, True)])
async def test_g5_three_red_flags_are_a_red_sign_even_before_the_limit(
    tmp_path: Path, count: int, marked: bool
) -> None:
    contacts = [a_contact(date(2026, 3, day)) for day in (4, 9, 13)]
    reached = await sign(tmp_path / "a", BAN_ENDS, a_lead(), a_quote(), *contacts)
    flagged = a_lead(flags=FLAGS[:count])
    found = await sign(tmp_path / "b", BAN_ENDS, flagged, a_quote(), *contacts)
    assert found == (("×", found[1]) if marked else reached)
