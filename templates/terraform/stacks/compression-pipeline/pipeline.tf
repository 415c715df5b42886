locals {
  # A start at distillation is a start at the question whether there is one.
  entrances = { baseline = "Baseline", prune = "Prune", distill = "WantsDistillation", quantize = "Quantize", evaluate = "Evaluate" }

  definition = {
    Comment = "Compresses a model: baseline, prune, distill where the input asks for it, quantize, evaluate, quality gate"
    StartAt = "Prepare"
    States = merge(local.step_states, local.record_states, {
      Prepare = {
        Type       = "Pass"
        Comment    = "Gives the run its job id: its own name"
        Parameters = { "job_id.$" = "$$.Execution.Name", "input.$" = "$" }
        Next       = "RecordStart"
      }

      WhereToStart = {
        Type    = "Choice"
        Comment = "Goes on from an earlier run where the input says so"
        Choices = [for step in local.steps : {
          And  = [{ Variable = "$.input.start_at", IsPresent = true }, { Variable = "$.input.start_at", StringEquals = step }]
          Next = local.entrances[step]
        }]
        Default = "Baseline"
      }

      WantsDistillation = {
        Type    = "Choice"
        Comment = "Distils only where the input asks for it"
        Choices = [{
          And  = [{ Variable = "$.input.distill.enabled", IsPresent = true }, { Variable = "$.input.distill.enabled", BooleanEquals = true }]
          Next = "Distill"
        }]
        Default = "Quantize"
      }

      QualityGate = {
        Type    = "Choice"
        Comment = "Lets a model pass that kept within the tolerance"
        Choices = [{ Variable = "$.report.metrics.gate.passed", BooleanEquals = true, Next = "RecordSuccess" }]
        Default = "RecordRejection"
      }

      Succeeded = { Type = "Succeed", Comment = "The compressed model can be downloaded", OutputPath = "$.report" }
      Rejected  = { Type = "Fail", Comment = "The compressed model lost more than the tolerance allows", Error = "QualityGateRejected", CausePath = local.rejection_cause }
      Failed    = { Type = "Fail", Comment = "A step failed", ErrorPath = "$.failure.error", CausePath = "$.failure.cause" }
    })
  }
}

module "pipeline" {
  source = "../../modules/state-machine"

  name                     = local.names["pipeline"]
  role_name                = local.names["pipeline-role"]
  account_id               = var.account_id
  region                   = var.region
  definition               = jsonencode(local.definition)
  policy_documents         = { run = data.aws_iam_policy_document.pipeline.json }
  permissions_boundary_arn = var.permissions_boundary_arn
  log_execution_data       = var.environment == "dev"
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
}
