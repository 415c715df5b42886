"""Machines to learn from: drawn from a fixed seed, their failures by rules written down here.

The rules are not the model's: wear bends with age, heat matters above a limit, and vibration counts for more under load.
"""

from __future__ import annotations

import math
import random

# What is accepted of each feature, lowest and highest.
RANGES = {
    "age_days": (0.0, 7_300.0),
    "load_percent": (0.0, 120.0),
    "temperature_c": (-20.0, 150.0),
    "vibration_mm_s": (0.0, 50.0),
}


def machines(seed: int, count: int) -> list[tuple[dict[str, float], bool]]:
    """Each machine with whether it failed within 30 days."""
    # The standard library's generator gives the same numbers in every version.
    chance = random.Random(seed)
    return [_machine(chance) for _ in range(count)]


def _machine(chance: random.Random) -> tuple[dict[str, float], bool]:
    age = round(3_650 * chance.random() ** 1.5)
    load = round(min(max(chance.gauss(60, 20), 5), 110), 1)
    temperature = round(25 + 0.45 * load + chance.gauss(0, 8), 1)
    vibration = round(0.8 + 2.2 * age / 3_650 + chance.expovariate(0.7), 2)
    wear = 2.4 * math.sqrt(age / 3_650) + 0.09 * max(temperature - 62, 0) + 0.016 * vibration * load / 2
    failed = chance.random() < 1 / (1 + math.exp(4.6 - wear))
    return {
        "age_days": float(age),
        "load_percent": load,
        "temperature_c": temperature,
        "vibration_mm_s": vibration,
    }, failed
