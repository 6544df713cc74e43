from datetime import datetime, timedelta, timezone

import pytest

from sayso.cli.since import since
from sayso.errors import UsageError

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", datetime(2026, 11, 22, tzinfo=ZONE)),
        ("Yesterday", datetime(2026, 11, 21, tzinfo=ZONE)),
        ("24h", datetime(2026, 11, 21, 14, 30, tzinfo=ZONE)),
        ("3d", datetime(2026, 11, 19, 14, 30, tzinfo=ZONE)),
        ("90m", datetime(2026, 11, 22, 13, 0, tzinfo=ZONE)),
        ("2w", datetime(2026, 11, 8, 14, 30, tzinfo=ZONE)),
        ("2026-11-21", datetime(2026, 11, 21, tzinfo=ZONE)),
        ("2026-11-21T08:00+00:00", datetime(2026, 11, 21, 10, tzinfo=ZONE)),
    ],
)
def test_what_since_means(text: str, meant: datetime) -> None:
    assert since(text, NOW) == meant


@pytest.mark.parametrize("text", ["", "soon", "-3d", "99999999w", "2026-13-40", "3y"])
def test_what_since_does_not_mean(text: str) -> None:
    with pytest.raises(UsageError, match="--since wants"):
        since(text, NOW)
