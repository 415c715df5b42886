# Callers use the alias. Which version it points to, and which share of the calls the next one gets, is decided by deployments.
resource "aws_lambda_alias" "this" {
  count = var.function == null ? 0 : 1

  name             = var.function.alias
  description      = "What callers use; deployments of ${var.name} move it"
  function_name    = var.function.name
  function_version = var.function.version

  lifecycle {
    ignore_changes = [function_version, routing_config]
  }
}
