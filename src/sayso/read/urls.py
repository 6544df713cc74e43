"""URLs in one canonical spelling, so that the same page gets the same id."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ocid|cmpid|smid", re.IGNORECASE)
"""Query keys that say how a reader came to a page, never which page it is."""


def canonical(url: str | None) -> str | None:
    """Return an http(s) URL with scheme and host in lower case, without fragment and tracking; None for
    anything else."""
    try:
        parts = urlsplit((url or "").strip())
        query = [
            pair
            for pair in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(pair[0])
        ]
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        return None
    kept = (
        parts.query if len(query) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(query)
    )
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", kept, ""))


def same_host(first: str, second: str) -> bool:
    """Say whether two canonical URLs lie on one host, a leading `www.` aside."""
    hosts = {urlsplit(url).netloc.removeprefix("www.") for url in (first, second)}
    return len(hosts) == 1
