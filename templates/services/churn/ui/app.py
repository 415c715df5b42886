"""Streamlit's entry point: streamlit run app.py"""

from churn_ui.page import show

show()
