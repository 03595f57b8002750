"""PRACTICES F2 in the app: a ban or a complaint is noted with B."""

from pathlib import Path
from typing import Any

import pytest

from store.records.incident import Incident
from store.records.practice_words import IncidentKind
from tests.builders import LEAD_ID, a_lead, a_quote
from tests.tui.apps import TODAY, an_app, standing_of
from tests.tui.test_app import REF, until
from tui.app import RelanceApp
from tui.screens.form import FormScreen


def noted(app: RelanceApp) -> list[Incident]:
    return [*app.desk.board.snapshot.incidents.values()]


@pytest.mark.parametrize(
    ("keys", "kind", "lead_id", "code"),
    [
        ((), IncidentKind.CONTACT, None, "banned"),
        (("tab", "right"), IncidentKind.COMPLAINT, LEAD_ID, "complained"),
        (("tab", "left"), IncidentKind.OTHER, None, None),
    ],
)
async def test_f2_an_incident_with_the_leads_platform_is_noted(
    tmp_path: Path, keys: tuple[str, ...], kind: IncidentKind, lead_id: int | None, code: Any
) -> None:
    app = an_app(tmp_path, a_lead(platform="malt"), a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2", "B")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press(*keys, "enter")
        await until(pilot, lambda: bool(noted(app)))
        (incident,) = noted(app)
        assert (incident.platform, incident.kind, incident.on) == ("malt", kind, TODAY)
        assert incident.lead_id == lead_id
        said = {each.code for each in standing_of(app, REF).advice}
        assert said & {"banned", "complained"} == ({code} if code else set())


async def test_f2_a_platform_that_nobody_knows_keeps_the_form_open(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_quote())
    async with app.run_test() as pilot:
        await pilot.press("2", "B")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press(*"malte", "enter")
        await until(pilot, lambda: bool(app.screen.query("#form-error")))
        assert noted(app) == []


async def test_f2_what_is_known_is_proposed_even_before_the_first_quote(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("B")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("f")
        await pilot.pause(0.2)
        await pilot.press("right", "enter")
        await until(pilot, lambda: bool(noted(app)))
        assert noted(app)[0].platform == "fiverr"
