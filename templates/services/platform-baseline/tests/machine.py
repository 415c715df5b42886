"""Machines for tests."""

WORN = {"age_days": 2900, "load_percent": 95, "temperature_c": 92.5, "vibration_mm_s": 9.1}
NEW = {"age_days": 20, "load_percent": 30, "temperature_c": 40, "vibration_mm_s": 1.2}
