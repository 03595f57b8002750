"""How long `relance import` takes for a spreadsheet of 10,000 rows, from start to end."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median

from bench.data import TODAY

ROWS = 10_000
RUNS = 3

_STATUSES = ("Envoyé", "Signé", "Refusé", "Sans suite")


def spreadsheet(rows: int) -> str:
    """A French spreadsheet of so many rows; the same for the same number."""
    return "\r\n".join(_lines(rows, random.Random(rows)))


def _lines(rows: int, chance: random.Random) -> Iterator[str]:
    yield (
        "Client;Devis;Objet;Montant HT;Envoyé le;Valable jusqu'au;Statut;Relances;"
        "Dernière relance;Canal;Remarques"
    )
    for number in range(rows):
        sent = TODAY - timedelta(days=chance.randrange(3650))
        chased = chance.randrange(4)
        amount = f"{chance.randrange(1000)} {chance.randrange(1000):03d},50 €"
        last = f"{sent + timedelta(days=9):%d/%m/%Y};tél" if chased else ";"
        yield (
            f"Société {number // 3};B{number:06d};Étude {number};{amount};{sent:%d/%m/%Y};"
            f"{sent + timedelta(days=21):%d/%m/%Y};{chance.choice(_STATUSES)};{chased};{last};"
        )


def main() -> None:
    """Imports into an empty tracker, then the same file again."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "devis.csv")
        source.write_bytes(spreadsheet(ROWS).encode("cp1252"))
        first, again = [], []
        for run in range(RUNS):
            tracker = Path(folder, f"{run}.json")
            first.append(_seconds(tracker, source))
            again.append(_seconds(tracker, source))
    print(f"import of {ROWS} rows, s (median): {median(first):.2f}")  # noqa: T201
    print(f"the same file again, s (median): {median(again):.2f}")  # noqa: T201


def _seconds(tracker: Path, source: Path) -> float:
    started = time.perf_counter()
    argv = [sys.executable, "-m", "tui", "--file", str(tracker), "--today", TODAY.isoformat()]
    subprocess.run([*argv, "import", str(source)], check=True, capture_output=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
