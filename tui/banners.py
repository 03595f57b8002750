"""What stands above the main screen: why nothing can be saved, and that a merge lost values."""

from textual.screen import Screen

from tui.desk import Desk


def show_banner(screen: Screen[None], desk: Desk) -> None:
    """Brings the banner up to date; it is loaded when there is something to say first."""
    trouble, count = desk.session.repository.read_only(), len(desk.unreviewed())
    known = screen.query("Banner")
    if not (trouble or count or known):
        return
    from tui.widgets.banner import Banner
    from tui.wording.review import review_banner
    from tui.wording.trouble import banner_text

    text = "\n".join(filter(None, (banner_text(trouble), review_banner(count))))
    if known:
        known.first(Banner).show(text)
    else:
        screen.mount(Banner(text), before=0)
