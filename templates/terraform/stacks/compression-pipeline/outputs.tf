output "api_endpoint" {
  description = "URL of the API; its routes follow it: /presign, /submit, /status/{id}, /download/{id}."
  value       = module.api.base_url
}

output "state_machine_arn" {
  description = "ARN of the state machine that runs the pipeline."
  value       = module.pipeline.arn
}

output "model_bucket_name" {
  description = "Bucket with uploaded models (uploads/) and the results of runs (runs/)."
  value       = module.model_bucket.name
}

output "job_table_name" {
  description = "Table with one record per run: state, input, metrics."
  value       = module.job_table.name
}

output "ecr_repository_urls" {
  description = "Where the images are pushed to, without a tag: steps and api."
  value       = { for image, repository in module.image_repository : image => repository.repository_url }
}

output "cluster_name" {
  description = "ECS cluster that the steps run in."
  value       = module.cluster.name
}

output "task_definition_arns" {
  description = "Step => ARN of the newest revision of its task definition."
  value       = { for step, task in module.task : step => task.arn }
}

output "network_id" {
  description = "Network (VPC) that the steps run in."
  value       = local.network.id
}

output "static_site_url" {
  description = "URL of the static site; null where there is none."
  value       = one(module.static_site[*].url)
}

output "pipeline_contract_parameter" {
  description = "Name of the parameter that says what input a run takes and what its metrics mean."
  value       = aws_ssm_parameter.pipeline_contract.name
}

output "alerts_topic_arn" {
  description = "SNS topic that alarms and budget alerts are sent to."
  value       = module.alerts.topic_arn
}

output "budget_name" {
  description = "Name of the monthly budget; null where another root watches it."
  value       = one(module.budget[*].name)
}
