resource "aws_ecs_cluster" "this" {
  #checkov:skip=CKV_AWS_223:Nobody opens a shell in a task: no task is started with ECS Exec
  #checkov:skip=CKV_AWS_224:Nobody opens a shell in a task: no task is started with ECS Exec
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  # Spot is never taken unasked: what can stand an interruption says so when it starts.
  default_capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }
}
