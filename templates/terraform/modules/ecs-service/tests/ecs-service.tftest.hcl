mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name                = "audio-bird-calls-dev-service"
  cluster_arn         = "arn:aws:ecs:eu-central-1:123456789012:cluster/c"
  task_definition_arn = "arn:aws:ecs:eu-central-1:123456789012:task-definition/t:1"
  subnet_ids          = ["subnet-1", "subnet-2"]
  security_group_ids  = ["sg-1"]
}

run "D2_spot_is_shared_with_fargate_by_base_and_weight" {
  command = plan

  module {
    source = "../ecs-service"
  }

  variables {
    capacity_provider_strategy = [
      { capacity_provider = "FARGATE", base = 1, weight = 1 },
      { capacity_provider = "FARGATE_SPOT", weight = 3 },
    ]
    service_registry = { registry_arn = "arn:aws:servicediscovery:eu-central-1:123456789012:service/srv-1", container_name = "service", container_port = 8080 }
  }

  assert {
    condition     = output.configuration.capacity_providers == { FARGATE = { weight = 1, base = 1 }, FARGATE_SPOT = { weight = 3, base = 0 } }
    error_message = "D2: the first task is on FARGATE, the rest is shared, got ${jsonencode(output.configuration.capacity_providers)}."
  }

  assert {
    condition     = output.configuration.registered && output.configuration.target_groups == 0 && aws_ecs_service.this.health_check_grace_period_seconds == null
    error_message = "D3: the service is registered in Cloud Map; without a load balancer there is no grace period."
  }

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].enable && aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "CH9: a deployment whose tasks do not stay up must go back."
  }

  assert {
    condition     = !output.configuration.assign_public_ip && !aws_ecs_service.this.enable_execute_command && aws_ecs_service.this.propagate_tags == "SERVICE" && aws_ecs_service.this.enable_ecs_managed_tags
    error_message = "D2: C4: tasks are private, without a shell, and carry the service's tags."
  }
}

run "CH9_tasks_are_registered_at_the_load_balancer" {
  command = plan

  module {
    source = "../ecs-service"
  }

  variables {
    target_groups           = [{ target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/t/1", container_name = "ui", container_port = 8501 }]
    minimum_healthy_percent = 50
    initial_count           = 2
  }

  assert {
    condition     = output.configuration.target_groups == 1 && aws_ecs_service.this.health_check_grace_period_seconds == 60 && output.configuration.minimum_healthy_percent == 50 && output.configuration.maximum_percent == 200
    error_message = "CH9: the load balancer must be told of every task, and give it time to start."
  }

  assert {
    condition     = output.configuration.capacity_providers == { FARGATE = { weight = 1, base = 0 } } && aws_ecs_service.this.desired_count == 2
    error_message = "CH9: Spot is never taken unasked."
  }
}

run "C10_what_ecs_does_not_take_is_refused" {
  command = plan

  module {
    source = "../ecs-service"
  }

  variables {
    capacity_provider_strategy = [{ capacity_provider = "FARGATE", base = 1 }, { capacity_provider = "FARGATE_SPOT", base = 1 }]
    subnet_ids                 = []
    security_group_ids         = []
    initial_count              = 0.5
    minimum_healthy_percent    = 101
    health_check_grace_seconds = -1
    name                       = "a service"
  }

  # C10: D2: one provider may have a base.
  expect_failures = [
    var.capacity_provider_strategy, var.subnet_ids, var.security_group_ids, var.initial_count, var.minimum_healthy_percent, var.health_check_grace_seconds, var.name,
  ]
}

run "C10_a_deployment_that_could_not_replace_a_task_is_refused" {
  command = plan

  module {
    source = "../ecs-service"
  }

  variables {
    maximum_percent            = 100
    capacity_provider_strategy = [{ capacity_provider = "EC2" }]
  }

  # C10: with 100 % up and no more than 100 % allowed nothing may stop or start.
  expect_failures = [var.maximum_percent, var.capacity_provider_strategy]
}
