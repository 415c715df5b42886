locals {
  table_retry = [{
    ErrorEquals     = ["DynamoDB.ProvisionedThroughputExceededException", "DynamoDB.ThrottlingException", "DynamoDB.InternalServerErrorException", "DynamoDB.RequestLimitExceeded", "DynamoDB.SdkClientException"]
    IntervalSeconds = 2
    BackoffRate     = 2
    MaxAttempts     = 5
    JitterStrategy  = "FULL"
  }]

  record_update = {
    Type     = "Task"
    Resource = "arn:${local.partition}:states:::dynamodb:updateItem"
    Retry    = local.table_retry
  }

  # What every change of a job's record has in common. Names stand behind a #, since DynamoDB keeps many words for itself.
  job_record = { TableName = module.job_table.name, Key = { id = { "S.$" = "$.job_id" } } }
  now        = { ":now" = { "S.$" = "$$.State.EnteredTime" } }

  record_states = {
    RecordStart = merge(local.record_update, {
      Comment = "Writes down that the run began, and with what input"
      Parameters = merge(local.job_record, {
        UpdateExpression         = "SET #state = :state, #input = :input, #created_at = if_not_exists(#created_at, :now), #started_at = :now, #updated_at = :now"
        ExpressionAttributeNames = { "#state" = "state", "#input" = "input", "#created_at" = "created_at", "#started_at" = "started_at", "#updated_at" = "updated_at" }
        ExpressionAttributeValues = merge(local.now, {
          ":state" = { S = "RUNNING" }
          ":input" = { "S.$" = "States.JsonToString($.input)" }
        })
      })
      ResultPath = null
      Next       = "WhereToStart"
    })

    RecordSuccess = merge(local.record_update, {
      Comment = "Writes down that the model may be used"
      Parameters = merge(local.job_record, {
        UpdateExpression          = "SET #state = :state, #updated_at = :now"
        ExpressionAttributeNames  = { "#state" = "state", "#updated_at" = "updated_at" }
        ExpressionAttributeValues = merge(local.now, { ":state" = { S = "SUCCEEDED" } })
      })
      ResultPath = null
      Next       = "Succeeded"
    })

    RecordRejection = merge(local.record_update, {
      Comment = "Writes down which limits the compressed model did not keep"
      Parameters = merge(local.job_record, {
        UpdateExpression         = "SET #state = :state, #error = :error, #cause = :cause, #updated_at = :now"
        ExpressionAttributeNames = { "#state" = "state", "#error" = "error", "#cause" = "cause", "#updated_at" = "updated_at" }
        ExpressionAttributeValues = merge(local.now, {
          ":state" = { S = "REJECTED" }
          ":error" = { S = "QualityGateRejected" }
          ":cause" = { "S.$" = local.rejection_cause }
        })
      })
      ResultPath = null
      Next       = "Rejected"
    })

    # A step that could still speak has written error and cause itself, in words. They stay, and the run ends with them.
    RecordFailure = merge(local.record_update, {
      Comment = "Writes down why the run failed, unless the step did so itself"
      Parameters = merge(local.job_record, {
        UpdateExpression         = "SET #state = :state, #error = if_not_exists(#error, :error), #cause = if_not_exists(#cause, :cause), #updated_at = :now"
        ExpressionAttributeNames = { "#state" = "state", "#error" = "error", "#cause" = "cause", "#updated_at" = "updated_at" }
        ExpressionAttributeValues = merge(local.now, {
          ":state" = { S = "FAILED" }
          ":error" = { "S.$" = "$.failure.Error" }
          # The whole of it: an error need not have a cause.
          ":cause" = { "S.$" = "States.JsonToString($.failure)" }
        })
        ReturnValues = "ALL_NEW"
      })
      ResultSelector = { "error.$" = "$.Attributes.error.S", "cause.$" = "$.Attributes.cause.S" }
      ResultPath     = "$.failure"
      Next           = "Failed"
    })

    ReadMetrics = {
      Type       = "Task"
      Comment    = "Reads what the steps measured"
      Resource   = "arn:${local.partition}:states:::dynamodb:getItem"
      Parameters = merge(local.job_record, { ConsistentRead = true })
      ResultSelector = {
        "job_id.$"   = "$.Item.id.S"
        "metrics.$"  = "States.StringToJson($.Item.metrics.S)"
        "artifact.$" = "States.Format('s3://${module.model_bucket.name}/{}', $.Item.artifact_key.S)"
      }
      ResultPath = "$.report"
      Retry      = local.table_retry
      Catch      = local.record_failure
      Next       = "QualityGate"
    }
  }

  rejection_cause = "States.Format('The compressed model did not pass the quality gate: {}', $.report.metrics.gate.summary)"
}
