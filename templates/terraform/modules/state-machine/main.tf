# AWS delivers only below this prefix without a resource policy of its own for every group, of which a region holds ten.
resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:kms_key_arn switches the customer managed key on; without it logs are encrypted with keys of AWS
  #checkov:skip=CKV_AWS_338:Retention is set per environment; a year of development logs is not worth its price
  name              = "/aws/vendedlogs/states/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_sfn_state_machine" "this" {
  name       = var.name
  type       = "STANDARD"
  role_arn   = aws_iam_role.this.arn
  definition = var.definition

  logging_configuration {
    level                  = "ALL"
    include_execution_data = var.log_execution_data
    log_destination        = "${aws_cloudwatch_log_group.this.arn}:*"
  }

  tracing_configuration {
    enabled = true
  }

  # Step Functions tests at creation whether its role may do what is asked of it.
  depends_on = [aws_iam_role_policy.base, aws_iam_role_policy.granted]
}
