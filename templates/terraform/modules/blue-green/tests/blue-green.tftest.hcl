mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name        = "audio-base-prod-deployments"
  role_name   = "audio-base-prod-deploy-role"
  account_id  = "123456789012"
  region      = "eu-central-1"
  alarm_names = ["audio-base-prod-serving-errors", "audio-base-prod-api-5xx"]
  topic_arn   = "arn:aws:sns:eu-central-1:123456789012:audio-base-prod-alerts"
}

run "E7_a_function_gets_an_alias_that_deployments_shift" {
  command = plan

  module {
    source = "../blue-green"
  }

  variables {
    function = { name = "audio-base-prod-serving", version = "7" }
  }

  assert {
    condition     = aws_lambda_alias.this[0].name == "live" && aws_lambda_alias.this[0].function_version == "7"
    error_message = "E7: callers must get an alias, which begins with the first version."
  }

  assert {
    condition = output.configuration == {
      platform      = "Lambda", traffic_shift = "CodeDeployDefault.LambdaCanary10Percent5Minutes", rollback = true,
      rollback_on   = tolist(["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]),
      alarm_names   = tolist(["audio-base-prod-api-5xx", "audio-base-prod-serving-errors"]), bake_minutes = null,
      target_groups = [], controller = null,
    }
    error_message = "E7: a tenth of the calls first, and back by itself when an alarm is raised, got ${jsonencode(output.configuration)}."
  }

  assert {
    condition = jsondecode(jsondecode(output.revision).appSpecContent.content) == {
      version = "0.0"
      Resources = [{ "audio-base-prod-serving" = { Type = "AWS::Lambda::Function", Properties = {
        Name = "audio-base-prod-serving", Alias = "live", CurrentVersion = "7", TargetVersion = "7"
      } } }]
    }
    error_message = "E7: the revision must name the function, the alias, and from which version to which, got ${output.revision}."
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.this.statement : s.sid] == ["WatchAlarms", "ReportDeployments", "MoveAlias"] && [for s in data.aws_iam_policy_document.this.statement : tolist(s.resources) if s.sid == "MoveAlias"] == [tolist(["arn:aws:lambda:eu-central-1:123456789012:function:audio-base-prod-serving", "arn:aws:lambda:eu-central-1:123456789012:function:audio-base-prod-serving:*"])]
    error_message = "C5: deployments of a function may move its alias and nothing else."
  }
}

run "E7_a_service_moves_between_two_target_groups" {
  command = plan

  module {
    source = "../blue-green"
  }

  variables {
    service = {
      name                = "audio-base-prod-serving"
      cluster_name        = "audio-base-prod-cluster"
      task_definition_arn = "arn:aws:ecs:eu-central-1:123456789012:task-definition/audio-base-prod-serving:3"
      task_role_arns      = ["arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b"]
      container_name      = "serving"
      container_port      = 8080
      subnet_ids          = ["subnet-a"]
      security_group_ids  = ["sg-1"]
      target_groups       = [{ name = "blue", arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/blue/1" }, { name = "green", arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/green/2" }]
      listener_arn        = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/net/a/1/2"
      bake_minutes        = 30
    }
  }

  assert {
    condition     = output.configuration.controller == "CODE_DEPLOY" && output.configuration.bake_minutes == 30 && output.configuration.target_groups == tolist(["blue", "green"]) && output.configuration.traffic_shift == "CodeDeployDefault.ECSAllAtOnce" && output.configuration.rollback
    error_message = "E7: the traffic must move at once between two groups, the old tasks stay 30 minutes, and alarms take it back, got ${jsonencode(output.configuration)}."
  }

  assert {
    condition     = one(aws_ecs_service.this[0].load_balancer).target_group_arn == var.service.target_groups[0].arn && length(aws_ecs_service.this[0].deployment_circuit_breaker) == 0 && output.is_pending == null
    error_message = "E7: the first tasks answer in the first group, and nobody but CodeDeploy rolls back."
  }

  assert {
    condition     = jsondecode(jsondecode(output.revision).appSpecContent.content).Resources[0].TargetService.Properties.TaskDefinition == var.service.task_definition_arn && jsondecode(jsondecode(output.revision).appSpecContent.content).Resources[0].TargetService.Properties.LoadBalancerInfo == { ContainerName = "serving", ContainerPort = 8080 }
    error_message = "E7: the revision must name the task definition, the container and its port."
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.this.statement : toset(s.resources) if s.sid == "PassRolesOfTasks"] == [toset(var.service.task_role_arns)] && [for s in data.aws_iam_policy_document.this.statement : tolist(s.resources) if s.sid == "MoveTraffic"] == [tolist([var.service.listener_arn])] && alltrue([for s in data.aws_iam_policy_document.this.statement : !contains(s.resources, "*") || alltrue([for a in s.actions : can(regex(":Describe", a))])])
    error_message = "C5: deployments of a service may move its listener and pass its roles, and only describe everything else."
  }
}

run "C10_a_deployment_of_nothing_or_without_alarms_is_refused" {
  command = plan

  module {
    source = "../blue-green"
  }

  variables {
    alarm_names   = []
    traffic_shift = "Canary10Percent5Minutes"
  }

  # C10: E7: without alarms nothing would take a bad version back.
  expect_failures = [var.alarm_names, var.traffic_shift, var.function]
}
