"""Hours for tests."""

RUSH = {"hour": 8, "weekday": "tuesday", "holiday": False, "temperature_c": 18.5, "rain_mm": 0}
NIGHT = {"hour": 3, "weekday": "sunday", "holiday": False, "temperature_c": 2.0, "rain_mm": 4.2}

CSV = b"hour,weekday,holiday,temperature_c,rain_mm\n8,tuesday,false,18.5,0\n3,sunday,no,2.0,4.2\n"
