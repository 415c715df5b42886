"""What the tagging API calls the type of a resource, read from its ARN."""

# moto knows some services only by the names of their types, and a few types by names AWS does not have.
_MOTO_TYPES = {
    "ecs": ("ecs:service", "ecs:cluster", "ecs:task", "ecs:task-definition"),
    "states": ("states:stateMachine",),
    "cloudformation": ("cloudformation:stack",),
    "dms": ("dms:endpoint", "dms:replication-instance", "dms:task"),
    "elasticbeanstalk": ("elasticbeanstalk:environment",),
}
# Services whose ARNs do not spell the type of their resources.
_UNSPELT_TYPES = {"s3": "bucket", "sns": "topic", "sqs": "queue"}


def resource_type(arn: str) -> str:
    """`arn:aws:apigateway:eu-central-1::/restapis/a1/stages/v1` gives `apigateway:restapis/stages`."""
    service, resource = arn.split(":", 5)[2::3]
    if service in _UNSPELT_TYPES:
        return f"{service}:{_UNSPELT_TYPES[service]}"
    if resource.startswith("/"):
        return f"{service}:{'/'.join(resource.strip('/').split('/')[::2])}"
    return f"{service}:{resource.replace(':', '/').partition('/')[0]}"


def matches_type(arn: str, filters: list[str]) -> bool:
    """A bare service name stands for all of its types; no filter at all for everything."""
    found = resource_type(arn)
    return not filters or found in filters or found.partition(":")[0] in filters


def moto_filters(filters: list[str]) -> list[str]:
    """Filters that make moto yield at least what `filters` ask for; what is too much is dropped by its ARN."""
    services = {each.partition(":")[0] for each in filters}
    widened = [each for service in services for each in (service, *_MOTO_TYPES.get(service, ()))]
    return sorted({*filters, *widened})
