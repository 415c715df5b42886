output "shared_network" {
  description = "What a stack with network_source = \"shared\" takes as its variable shared_network; null without a shared network."
  value = one([for network in module.network : {
    id                     = network.id
    cidr                   = var.vpc_cidr
    subnet_ids             = local.tasks_in_public ? network.public_subnet_ids : network.subnet_ids
    public_subnet_ids      = network.public_subnet_ids
    task_security_group_id = network.task_security_group_id
    assign_public_ip       = local.tasks_in_public
    data_subnets           = local.data_subnets
  }])
}

output "audit_trail_arn" {
  description = "ARN of the trail; null without."
  value       = one(module.cloudtrail[*].arn)
}

output "database_table_name" {
  description = "Name of the table; null without."
  value       = one(module.database[*].name)
}

output "database_access_policy" {
  description = "IAM policy document (JSON) that lets a role read and write the table; null without."
  value       = one(data.aws_iam_policy_document.database_access[*].json)
}

output "dashboard_name" {
  description = "Name of the dashboard; null without."
  value       = var.dashboard ? local.names["overview"] : null
}

output "alerts_topic_arn" {
  description = "SNS topic that alarms and budget alerts are sent to."
  value       = module.alerts.topic_arn
}

output "budget_name" {
  description = "Name of the monthly budget; null where a stack watches it."
  value       = one(module.budget[*].name)
}
