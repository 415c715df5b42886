locals {
  # What the stack answers to, with what, and where: requirements.json holds all of it, each entry with the choices it belongs to.
  choices = {
    serving                   = var.serving
    database_engine           = var.database_engine
    api_key_required          = var.api_key_required
    network_acls              = var.network_acls
    network_source            = var.network_source
    budget                    = var.monthly_budget_usd != null
    ebs_encryption            = var.ebs_encryption
    audit_trail               = var.audit_trail
    audit_trail_to_cloudwatch = var.audit_trail_to_cloudwatch
    dashboard                 = var.dashboard
    blue_green                = var.blue_green
    autoscaling               = var.autoscaling
    backups                   = var.backups
  }

  requirements = [
    for entry in jsondecode(file("${path.module}/requirements.json")) : {
      id          = entry.id
      requirement = entry.requirement
      module      = entry.module
      addresses   = entry.addresses
    } if alltrue([for choice, values in entry.when : contains([for value in values : tostring(value)], tostring(local.choices[choice]))])
  ]
}
