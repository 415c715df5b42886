"""The Lambda that predicts churn."""
