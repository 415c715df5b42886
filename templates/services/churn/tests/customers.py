"""Customers for tests."""

LEAVING = {
    "tenure_months": 2,
    "contract": "month_to_month",
    "payment_method": "electronic_check",
    "paperless_billing": True,
    "monthly_charges_usd": 104.5,
    "total_charges_usd": None,
    "phone_lines": 1,
    "internet_service": "fiber",
    "online_security": False,
    "online_backup": False,
    "tech_support": False,
    "streaming": True,
    "support_calls_90_days": 4,
}

STAYING = LEAVING | {
    "tenure_months": 68,
    "contract": "two_year",
    "payment_method": "credit_card",
    "monthly_charges_usd": 56.25,
    "total_charges_usd": 3825.0,
    "internet_service": "dsl",
    "online_security": True,
    "tech_support": True,
    "support_calls_90_days": 0,
}
