"""Containers for tests of tasks: a folder with a command, registered, and a task definition that names its image."""

from pathlib import Path
from typing import Any

from .conftest import ACCOUNT, REGION

IMAGE = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/ml-demo-steps"
GROUP = "/ecs/ml-demo"


def register(emulator: Any, folder: Path, code: str, **more: Any) -> None:
    """`code` is the module that the container runs."""
    (folder / "step.py").write_text(code)
    container = {"image": IMAGE, "directory": str(folder), "command": ["python3", "-m", "step"], **more}
    emulator.call("PUT", "/mlinfra-emulator/containers", container)


def define(aws: Any, **container: Any) -> dict[str, Any]:
    """A cluster, a log group and a task definition; gives the parameters of RunTask."""
    aws("ecs").create_cluster(clusterName="pipeline")
    aws("logs").create_log_group(logGroupName=GROUP)
    options = {"awslogs-group": GROUP, "awslogs-region": REGION, "awslogs-stream-prefix": "run"}
    aws("ecs").register_task_definition(
        family="step",
        requiresCompatibilities=["FARGATE"],
        networkMode="awsvpc",
        cpu="256",
        memory="512",
        containerDefinitions=[
            {
                "name": "step",
                "image": f"{IMAGE}@sha256:{'0' * 64}",
                "environment": [{"name": "STEP", "value": "prune"}],
                "logConfiguration": {"logDriver": "awslogs", "options": options},
                **container,
            }
        ],
    )
    (subnet, *_) = aws("ec2").describe_subnets()["Subnets"]
    network = {"awsvpcConfiguration": {"subnets": [subnet["SubnetId"]], "assignPublicIp": "ENABLED"}}
    return {"cluster": "pipeline", "taskDefinition": "step", "networkConfiguration": network}


def lines(aws: Any, task_arn: str) -> list[str]:
    stream = f"run/step/{task_arn.split('/')[-1]}"
    events = aws("logs").get_log_events(logGroupName=GROUP, logStreamName=stream, startFromHead=True)["events"]
    return [event["message"] for event in events]
