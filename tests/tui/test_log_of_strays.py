"""A contact may stand with another lead than its quote, by hand or after an odd merge."""

from pathlib import Path

from store.changes.leads import DeleteLead
from tests.builders import SENT_ON, a_contact, a_lead, a_quote
from tests.tui.apps import an_app, settled
from tests.tui.test_app import browser, main


async def test_the_log_lives_on_when_the_quote_of_such_a_contact_goes(tmp_path: Path) -> None:
    other, quote = a_lead(id=2, name="Cabinet Rey"), a_quote(id=11, lead_id=2)
    app = an_app(tmp_path, other, quote, a_contact(SENT_ON, quote_id=11))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("4")
        await settled(pilot)
        assert main(app).standing is not None
        await app.desk.commit(DeleteLead(lead_id=2, insist=True))
        main(app).show()
        await settled(pilot)
        assert len(browser(app).lines.rows) == 1
        assert main(app).standing is None
