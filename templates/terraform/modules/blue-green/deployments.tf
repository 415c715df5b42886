locals {
  platform = var.function == null ? "ECS" : "Lambda"
}

resource "aws_codedeploy_app" "this" {
  name             = var.name
  compute_platform = local.platform
}

resource "aws_codedeploy_deployment_group" "this" {
  app_name               = aws_codedeploy_app.this.name
  deployment_group_name  = var.name
  service_role_arn       = aws_iam_role.this.arn
  deployment_config_name = var.function == null ? "CodeDeployDefault.ECSAllAtOnce" : "CodeDeployDefault.${var.traffic_shift}"

  deployment_style {
    deployment_option = "WITH_TRAFFIC_CONTROL"
    deployment_type   = "BLUE_GREEN"
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]
  }

  alarm_configuration {
    enabled = length(var.alarm_names) > 0
    alarms  = var.alarm_names
  }

  trigger_configuration {
    trigger_name       = "not-successful"
    trigger_target_arn = var.topic_arn
    trigger_events     = ["DeploymentFailure", "DeploymentRollback", "DeploymentStop"]
  }

  # The old tasks stay for a while after the traffic has moved: a rollback in that time needs no start of tasks.
  dynamic "blue_green_deployment_config" {
    for_each = var.service[*]

    content {
      deployment_ready_option {
        action_on_timeout = "CONTINUE_DEPLOYMENT"
      }

      terminate_blue_instances_on_deployment_success {
        action                           = "TERMINATE"
        termination_wait_time_in_minutes = blue_green_deployment_config.value.bake_minutes
      }
    }
  }

  dynamic "ecs_service" {
    for_each = aws_ecs_service.this

    content {
      cluster_name = var.service.cluster_name
      service_name = ecs_service.value.name
    }
  }

  dynamic "load_balancer_info" {
    for_each = var.service[*]

    content {
      target_group_pair_info {
        prod_traffic_route {
          listener_arns = [load_balancer_info.value.listener_arn]
        }

        dynamic "target_group" {
          for_each = load_balancer_info.value.target_groups

          content {
            name = target_group.value.name
          }
        }
      }
    }
  }

  depends_on = [aws_iam_role_policy.this]
}
