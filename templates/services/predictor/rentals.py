"""Hours to learn from: weather and calendar drawn from a fixed seed, rentals by rules written down here.

The rules are not the model's: rushes are bumps in time, heat and cold bend gradually, and chance multiplies.
"""

from __future__ import annotations

import math
import random
from typing import get_args

from app.instance import Instance, Weekday

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


def hours(seed: int, days: int) -> list[tuple[Instance, int]]:
    """Every hour of the days, with how many bikes were rented in it."""
    # The standard library's generator gives the same numbers in every version; numpy's need not.
    chance = random.Random(seed)
    made = []
    for day in range(days):
        weekday = WEEKDAYS[day % 7]
        holiday = chance.random() < 0.03
        season = 11 - 11 * math.cos(2 * math.pi * day / 365) + 4 * (chance.random() - 0.5)
        wet = chance.random() < 0.3
        for hour in range(24):
            instance = Instance(
                hour=hour,
                weekday=weekday,
                holiday=holiday,
                temperature_c=round(season + 4 * math.sin(2 * math.pi * (hour - 9) / 24), 1),
                rain_mm=round(-2 * math.log(1 - chance.random()), 1) if wet and chance.random() < 0.5 else 0.0,
            )
            made.append((instance, _rented(instance, chance)))
    return made


def _rented(instance: Instance, chance: random.Random) -> int:
    free = instance.holiday or instance.weekday in ("saturday", "sunday")
    if free:
        demand = 20 + 330 * _bump(instance.hour, 14, 4.2)
    else:
        demand = 14 + 380 * _bump(instance.hour, 8, 1.4) + 120 * _bump(instance.hour, 13, 3.5)
        demand += 470 * _bump(instance.hour, 17.5, 2.0)
    demand *= math.exp(-(((instance.temperature_c - 24) / 19) ** 2))
    demand /= 1 + 0.55 * instance.rain_mm**0.6
    noise = math.exp(0.18 * math.sqrt(-2 * math.log(1 - chance.random())) * math.cos(2 * math.pi * chance.random()))
    return round(demand * noise)


def _bump(hour: float, centre: float, width: float) -> float:
    """A bell over the clock, which has no end."""
    distance = min(abs(hour - centre), 24 - abs(hour - centre))
    return math.exp(-((distance / width) ** 2) / 2)
