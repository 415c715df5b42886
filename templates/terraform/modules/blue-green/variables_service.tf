variable "service" {
  description = "ECS service to make and deploy: name, cluster, first task definition, roles of its tasks, container and port, network, how its tasks are spread, the two target groups and the listener that leads to the first, and minutes the old tasks stay after the traffic has moved. Null where a function is deployed."
  type = object({
    name                = string
    cluster_name        = string
    task_definition_arn = string
    task_role_arns      = list(string)
    container_name      = string
    container_port      = number
    subnet_ids          = list(string)
    security_group_ids  = list(string)
    assign_public_ip    = optional(bool, false)
    initial_count       = optional(number, 1)
    target_groups       = list(object({ name = string, arn = string }))
    listener_arn        = string
    bake_minutes        = optional(number, 15)
    capacity_provider_strategy = optional(list(object({
      capacity_provider = string
      weight            = optional(number, 1)
      base              = optional(number, 0)
    })), [{ capacity_provider = "FARGATE" }])
  })
  default = null

  validation {
    condition     = var.service == null ? true : length(var.service.target_groups) == 2
    error_message = "service: target_groups must be two, one for the old tasks and one for the new."
  }

  validation {
    condition     = var.service == null ? true : var.service.bake_minutes >= 0 && var.service.bake_minutes <= 2880 && floor(var.service.bake_minutes) == var.service.bake_minutes
    error_message = "service: bake_minutes must be a whole number from 0 to 2880 (two days)."
  }

  validation {
    condition     = var.service == null ? true : length(var.service.subnet_ids) > 0 && length(var.service.security_group_ids) > 0
    error_message = "service: tasks need at least one subnet and one security group."
  }
}
