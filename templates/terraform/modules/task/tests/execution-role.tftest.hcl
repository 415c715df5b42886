# The role by which Fargate starts a task, beside the managed policy that AWS offers for it.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  family               = "telco-churn-dev-ui"
  container_name       = "ui"
  account_id           = "123456789012"
  region               = "eu-central-1"
  image_uri            = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/telco-churn-dev-ui-image:latest"
  image_repository_arn = "arn:aws:ecr:eu-central-1:123456789012:repository/telco-churn-dev-ui-image"
  execution_role_name  = "telco-churn-dev-ecs-execution-role"
  task_role_name       = "telco-churn-dev-ecs-task-role"
}

run "CH2_the_execution_role_has_the_managed_policys_actions_on_its_own_things" {
  command = plan

  module {
    source = "../task"
  }

  assert {
    condition = toset(flatten([for s in data.aws_iam_policy_document.execution.statement : tolist(s.actions)])) == toset([
      "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage", "logs:CreateLogStream", "logs:PutLogEvents",
    ])
    error_message = "CH2: the actions must be the six of AmazonECSTaskExecutionRolePolicy."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.execution.statement : s.sid => tolist(s.resources) } == {
      LogInToEcr  = tolist(["*"])
      PullImage   = tolist([var.image_repository_arn])
      WriteOwnLog = tolist(["${aws_cloudwatch_log_group.this.arn}:*"])
    }
    error_message = "CH2: and on its own image and log only; to log in to ECR knows no resource."
  }

  assert {
    condition     = alltrue([for p in one(data.aws_iam_policy_document.assume.statement).principals : p.identifiers == toset(["ecs-tasks.amazonaws.com"])]) && length(aws_iam_role_policy.task) == 0
    error_message = "CH2: the roles are for ECS's tasks, and the task's own holds what was granted: here nothing."
  }
}
