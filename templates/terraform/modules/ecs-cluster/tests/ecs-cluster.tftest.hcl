mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name = "audio-bird-calls-dev-cluster"
}

run "B2_the_cluster_knows_fargate_and_spot" {
  command = plan

  module {
    source = "../ecs-cluster"
  }

  assert {
    condition     = toset(aws_ecs_cluster_capacity_providers.this.capacity_providers) == toset(["FARGATE", "FARGATE_SPOT"])
    error_message = "B2: CH9: tasks must be able to run on Fargate and on Fargate Spot."
  }

  assert {
    condition     = one(aws_ecs_cluster_capacity_providers.this.default_capacity_provider_strategy).capacity_provider == "FARGATE"
    error_message = "B2: Spot must only be used where it was asked for."
  }

  assert {
    condition     = one(aws_ecs_cluster.this.setting).name == "containerInsights" && one(aws_ecs_cluster.this.setting).value == "enabled"
    error_message = "B2: CH9: Container Insights must be on."
  }
}
