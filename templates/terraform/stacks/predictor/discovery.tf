# ECS registers every healthy task here with its address and port, and the API looks here for one to call. With blue_green
# the API calls a load balancer instead.
resource "aws_service_discovery_private_dns_namespace" "this" {
  count = var.blue_green ? 0 : 1

  name        = "${local.names["discovery"]}.internal"
  description = "Where the tasks of ${var.name} are, owned by ${var.owner}"
  vpc         = local.network.id
}

resource "aws_service_discovery_service" "this" {
  count = var.blue_green ? 0 : 1

  name        = "service"
  description = "Tasks of ${var.name} that are well"

  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.this[0].id
    routing_policy = "MULTIVALUE"

    # An SRV record has the port too, without which API Gateway would not know whom to call.
    dns_records {
      type = "SRV"
      ttl  = 10
    }
  }

  # ECS says whether a task is well; Cloud Map could not reach it to ask.
  health_check_custom_config {
    failure_threshold = 1
  }

  # A task that is still registered is no reason to stay: tasks come and go.
  force_destroy = true
}
