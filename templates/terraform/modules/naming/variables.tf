variable "team" {
  description = "Team that owns the resources; first word of every name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.team)) && length(var.team) <= 63
    error_message = "team \"${var.team}\" must start with a lowercase letter, hold only lowercase letters, digits and hyphens, and be at most 63 characters long."
  }

  validation {
    condition     = !startswith("${var.team}-", "sthree-") && !startswith("${var.team}-", "amzn-s3-demo-")
    error_message = "team \"${var.team}\" starts with a prefix that S3 reserves for itself (sthree-, amzn-s3-demo-); choose another team name."
  }
}

variable "name" {
  description = "Name of what is built; second word of every name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.name)) && length(var.name) <= 63
    error_message = "name \"${var.name}\" must start with a lowercase letter, hold only lowercase letters, digits and hyphens, and be at most 63 characters long."
  }
}

variable "environment" {
  description = "Environment; third word of every name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{0,11}$", var.environment))
    error_message = "environment \"${var.environment}\" must be 1 to 12 lowercase letters and digits, starting with a letter (for example dev or prod)."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits). Bucket names end in it, because they are unique in the whole world."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "parts" {
  description = "What needs a name: the last word of the name => the kind of resource, which decides the longest name allowed."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for part in keys(var.parts) : can(regex("^[a-z0-9]+(-[a-z0-9]+)*$", part)) && length(part) <= 24])
    error_message = "parts: every key must be 1 to 24 lowercase letters and digits, words joined by single hyphens (for example access-logs)."
  }

  validation {
    condition = length(setsubtract(values(var.parts), [
      "alarm", "backup_plan", "backup_vault", "budget", "codedeploy_application", "dashboard", "db_instance", "discovery_namespace",
      "dynamodb_table", "ecr_repository", "ecs_cluster", "ecs_service", "ecs_task_family", "http_api", "iam_role",
      "kms_alias", "lambda_function", "load_balancer", "network", "origin_access_control", "rest_api", "s3_bucket",
      "sagemaker_endpoint", "sagemaker_revision", "security_group", "sns_topic", "state_machine", "target_group", "trail", "vpc_link",
    ])) == 0
    error_message = "parts: every value must be one of alarm, backup_plan, backup_vault, budget, codedeploy_application, dashboard, db_instance, discovery_namespace, dynamodb_table, ecr_repository, ecs_cluster, ecs_service, ecs_task_family, http_api, iam_role, kms_alias, lambda_function, load_balancer, network, origin_access_control, rest_api, s3_bucket, sagemaker_endpoint, sagemaker_revision, security_group, sns_topic, state_machine, target_group, trail, vpc_link; a new kind needs its limit in this module's main.tf."
  }
}
