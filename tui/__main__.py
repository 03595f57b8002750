"""`relance` on the command line, and `python -m tui`."""

from tui.cli.group import relance


def main() -> None:
    """Runs relance and leaves with its exit code."""
    relance()


if __name__ == "__main__":
    main()
