"""What a bulk run says of itself."""

from dataclasses import dataclass

from sayso.model.report import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: how many reports and stories, what could not be read, and how many partitions were
    written and how many were there already."""

    reports: int
    stories: int
    problems: tuple[Problem, ...]
    written: int
    kept: int
