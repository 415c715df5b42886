locals {
  # The same file is in both images.
  contract = jsondecode(file("${path.module}/../../../services/compression-pipeline/contract.json"))

  # Encoded anew, so that it takes no more room than it must.
  pipeline_contract = jsonencode(local.contract)
}

# Tells whoever starts a run what its input looks like, and whoever reads one what its metrics mean.
resource "aws_ssm_parameter" "pipeline_contract" {
  #checkov:skip=CKV2_AWS_34:The contract is a public description; nothing in it is secret
  #checkov:skip=CKV_AWS_337:The contract is a public description; nothing in it is secret
  name           = "/mlinfra/pipelines/${module.pipeline.name}"
  description    = "Input and metrics of the pipeline ${var.name}, owned by ${var.owner}"
  type           = "String"
  insecure_value = local.pipeline_contract

  lifecycle {
    precondition {
      condition     = length(local.pipeline_contract) <= 4096
      error_message = "services/compression-pipeline/contract.json has ${length(local.pipeline_contract)} characters without spaces; a parameter holds 4096. Shorten its descriptions."
    }
  }
}
