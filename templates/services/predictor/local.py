"""The service on this machine with emulated storage: python3 local.py [--port 8080]"""

from __future__ import annotations

import argparse
import logging
import os

import boto3
from moto.server import ThreadedMotoServer

from app import logs
from app.application import create_application
from app.server import serve
from app.settings import read_settings
from app.work import Work

REGION = "eu-central-1"
BUCKETS = {"FILES_BUCKET": "local-files", "DATA_BUCKET": "local-data"}


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the predictor on this machine.")
    parser.add_argument("--port", type=int, default=8080)
    port: int = parser.parse_args().port
    emulator = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    emulator.start()
    host, storage_port = emulator.get_host_and_port()
    os.environ.update(
        BUCKETS,
        AWS_ENDPOINT_URL=f"http://{host}:{storage_port}",
        AWS_ACCESS_KEY_ID="local",
        AWS_SECRET_ACCESS_KEY="local",  # noqa: S105 (the emulator takes any)
        AWS_REGION=REGION,
    )
    os.environ.setdefault("CORS_ALLOWED_ORIGINS", "*")
    for bucket in BUCKETS.values():
        client = boto3.client("s3", region_name=REGION)
        client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    settings = read_settings(os.environ)
    logs.configure(settings.log_level)
    # The emulator's own line for each call is not the service's business.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    work = Work()
    print(f"listening on http://127.0.0.1:{port}", flush=True)
    serve(create_application(settings, work), work, "127.0.0.1", port, settings.shutdown_grace_seconds)
    emulator.stop()


if __name__ == "__main__":
    main()
