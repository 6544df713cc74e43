"""Which function reads what a rule of the grammar found."""

from collections.abc import Callable

from sayso.extract.timexes.calendar import read_day, read_iso, read_month, read_more_days
from sayso.extract.timexes.clocks import read_clock, read_day_edge, read_day_part, read_part
from sayso.extract.timexes.feasts import read_holiday
from sayso.extract.timexes.lengths import read_duration, read_half, read_lengths, read_many, read_set
from sayso.extract.timexes.portions import read_portion
from sayso.extract.timexes.reckoning import (
    read_ago,
    read_deictic,
    read_edge,
    read_period,
    read_reference,
    read_same,
    read_told,
    read_unit,
)
from sayso.extract.timexes.timewords import Reading, Words
from sayso.extract.timexes.weekdays import read_weekday
from sayso.extract.timexes.years import (
    read_century,
    read_decade,
    read_era,
    read_half_year,
    read_quarter,
    read_season,
    read_weather,
    read_year,
    read_years,
)

READERS: dict[str, Callable[[Words], Reading | None]] = {
    "iso": read_iso,
    "days": read_day,
    "day": read_day,
    "more-days": read_more_days,
    "month": read_month,
    "season": read_season,
    "weather": read_weather,
    "decade": read_decade,
    "century": read_century,
    "quarter": read_quarter,
    "half-year": read_half_year,
    "portion": read_portion,
    "years": read_years,
    "period": read_period,
    "year": read_year,
    "era": read_era,
    "weekday": read_weekday,
    "day-part": read_day_part,
    "day-edge": read_day_edge,
    "deictic": read_deictic,
    "reference": read_reference,
    "unit": read_unit,
    "edge": read_edge,
    "window": read_duration,
    "ago": read_ago,
    "told": read_told,
    "duration": read_duration,
    "lengths": read_lengths,
    "half": read_half,
    "many": read_many,
    "same": read_same,
    "whole": read_duration,
    "set": read_set,
    "clock": read_clock,
    "part": read_part,
    "holiday": read_holiday,
}
