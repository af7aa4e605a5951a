"""`python -m bench.run [--json]`: every figure, measured now, as a table or as JSON. Writes no file."""

import dataclasses
import json
import os
import sys
from itertools import chain

from bench import engine, hostile, process, server, web
from bench.figure import Figure

COLUMNS = ("figure", "measured", "promised", "", "ratio", "peer in the same run")


def main() -> None:
    """Measure, print, and end with 1 where a promise is not kept."""
    # An installation has its modules compiled; a checkout has them so after the first start, unless it is told not to.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    figures = list(chain(engine.figures(), hostile.figures(), process.figures(), server.figures(), web.figures()))
    if "--json" in sys.argv[1:]:
        print(
            json.dumps([dataclasses.asdict(one) | {"ratio": one.ratio, "kept": one.kept} for one in figures], indent=2)
        )
    else:
        print(table(figures))
    sys.exit(0 if all(one.kept for one in figures) else 1)


def table(figures: list[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [COLUMNS, ("---", "---:", "---:", "---", "---:", "---"), *map(_row, figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(one: Figure) -> tuple[str, ...]:
    sign = "≥" if one.more_is_better else "≤"
    promised = f"{sign} {one.limit:,g} {'× the peer' if one.by_ratio else one.unit}"
    peer = f"{one.peer}: {_plain(one.peer_value)} {one.unit}"
    return (
        one.name,
        f"{_plain(one.value)} {one.unit}",
        promised,
        "kept" if one.kept else "missed",
        f"{one.ratio:.2f}",
        peer,
    )


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


if __name__ == "__main__":
    main()
