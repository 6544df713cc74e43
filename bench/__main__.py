"""Run one benchmark: `python -m bench NAME --data DIR [--json]`.

A benchmark is a module of this package with `run(data) -> dict` and `table(result) -> str`. Exit code 0 when
it ran, 1 when its data is absent, 2 for misuse.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path

from bench.folders import AbsentData

BENCHMARKS = {
    "kursk": "five real reports against part of a hand annotation",
    "examples": "the three shipped stories against their hand-written gold (needs no --data)",
    "origins": "origins and sides of claims in the shipped stories; with --data, the rows wanted of Kursk",
    "html_pages": "article text and dates of web pages, beside trafilatura and htmldate alone",
    "newsquant": "quantities in news sentences",
    "muc4": "how many were killed or hurt, by document of old newswire",
    "recognizers": "numbers and ranges in prose, exactly (any folder of Recognizers-Text specs)",
    "timex": "time expressions (any folder of .tml files)",
    "dated": "values of dated expressions (any folder with GUM .conllu or MEANTIME .xml)",
    "stories": "articles into stories",
    "ecbplus": "short web news into stories, and gold mentions of events into chains",
    "pairs": "sentence pairs: the same claim or not",
    "distortion": "claims restated wrongly: how often taken for the same (needs no --data)",
    "timeline": "days of events, against the timelines of SemEval 2015",
    "ratios": "what sayso costs beside the spaCy pass, other tools and a bare process",
    "speed": "the dossier command from cold, and what sayso adds to the spaCy pass",
    "gum": "attributed spans and their sources (news, interviews, biographies)",
    "polnear": "attributions of news: source, cue and content (any folder laid out like polnear/dev)",
    "syndication": "which pages of one summit draw on one another, 200 pairs labelled by reading",
    "entities": "names found, gathered in documents and across them, beside two baselines",
    "names": "names, role words and pronouns of the shipped stories (with --data: and of five real reports)",
    "names_scale": "what bringing names together costs, by number of reports (needs no --data)",
    "desk": "a database under a stream of articles: filling it, adding one more, looking at a story",
    "page": "how heavy the page of a story is, and how soon it can be used (needs no --data)",
    "search": "how fast a database answers by words and by meaning (a folder with a .db)",
    "near_duplicates": "the pass that proposes like sentences, against datasketch at the same recall",
    "two_processes": "bulk runs with two processes against one (needs a machine with nothing else to do)",
    "bulk": "what gathering and relating cost a report as the corpus grows (needs no --data)",
    "everything": "every benchmark for which data is given, into MEASURED.md and measured.json",
    "gains": "facts gained and lost since the last accepted run over a folder",
}

NO_DATA = frozenset(
    {"bulk", "everything", "examples", "names", "names_scale", "origins", "page", "distortion"}
)
"""Benchmarks that run on what ships with the project alone."""


def main() -> int:
    """Parse the command line, run the benchmark, print its table or JSON."""
    listed = "\n".join(f"  {name:12} {what}" for name, what in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        epilog=listed,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", choices=sorted(BENCHMARKS), metavar="NAME")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder with the benchmark's data")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--json-to", type=Path, metavar="FILE", help="write JSON into a file beside the table"
    )
    parser.add_argument(
        "--accept", action="store_true", help="gains: keep the new state as the one to compare with"
    )
    parser.add_argument(
        "--peer", type=Path, metavar="FILE", help="polnear, newsquant, timex: score what another tool found"
    )
    parser.add_argument(
        "--misses",
        action="store_true",
        help="newsquant: list below the table what was missed or found beyond",
    )
    parser.add_argument(
        "--size",
        type=int,
        metavar="N",
        help="desk, ratios, near_duplicates, two_processes, and everything for these: articles",
    )
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="PATH",
        help="desk: the database, kept and gone on with; bulk: the folder of generated reports; ratios, "
        "everything: the work folder of the peers",
    )
    options = parser.parse_args()
    module = importlib.import_module(f"bench.{options.name}")
    if options.data is None and options.name not in NO_DATA:
        parser.error(f"{options.name} needs --data DIR")
    extras: dict[str, object] = {"accept": True} if options.accept else {}
    if options.misses:
        extras["misses"] = True
    extras |= {
        name: value for name in ("peer", "size", "keep") if (value := getattr(options, name)) is not None
    }
    try:
        result = module.run(options.data, **extras)
    except AbsentData as absent:
        print(f"{options.name}: its data is absent ({absent}); nothing was measured", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{options.name}: stopped", file=sys.stderr)
        return 130
    if options.json_to:
        options.json_to.write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    print(json.dumps(result, indent=2, ensure_ascii=False) if options.json else module.table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
