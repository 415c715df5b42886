"""The Lambda's edge: API Gateway's event in, the application's answer out."""

from __future__ import annotations

import os

from mangum import Mangum

from churn_api.app import app
from churn_api.settings import base_path

# Nothing is opened at the start that would have to be closed at the end, hence no lifespan.
handle = Mangum(app, api_gateway_base_path=base_path(os.environ), lifespan="off")
