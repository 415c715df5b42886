mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  model_name          = "telco-churn-dev-xgboost-model"
  configuration_name  = "telco-churn-dev-xgboost-endpoint-config"
  endpoint_name       = "telco-churn-dev-xgboost-endpoint"
  account_id          = "123456789012"
  region              = "eu-central-1"
  model_data_url      = "s3://telco-churn-dev-data-123456789012/models/0a1b2c3d/model.tar.gz"
  data_bucket_arn     = "arn:aws:s3:::telco-churn-dev-data-123456789012"
  execution_role_name = "telco-churn-dev-sagemaker-execution-role"
  log_retention_days  = 7
}

run "CH3_a_serverless_endpoint_of_the_prebuilt_image" {
  command = plan

  module {
    source = "../sagemaker-endpoint"
  }

  assert {
    condition     = data.aws_sagemaker_prebuilt_ecr_image.this.repository_name == "sagemaker-xgboost" && data.aws_sagemaker_prebuilt_ecr_image.this.image_tag == "1.7-1" && data.aws_sagemaker_prebuilt_ecr_image.this.region == "eu-central-1"
    error_message = "CH3: the image must be AWS's XGBoost 1.7-1 of the endpoint's region."
  }

  assert {
    condition     = aws_sagemaker_model.this.primary_container[0].image == data.aws_sagemaker_prebuilt_ecr_image.this.registry_path && aws_sagemaker_model.this.primary_container[0].model_data_url == var.model_data_url
    error_message = "CH3: the model must be the artifact, served by that image."
  }

  assert {
    condition     = output.configuration.memory_mb == 2048 && output.configuration.max_concurrency == 5 && output.configuration.provisioned_concurrency == null && output.configuration.variant_name == "AllTraffic"
    error_message = "CH3: the endpoint must be serverless and cost nothing while it is idle, got ${jsonencode(output.configuration)}."
  }

  assert {
    condition     = aws_sagemaker_endpoint.this.name == "telco-churn-dev-xgboost-endpoint" && aws_sagemaker_endpoint.this.endpoint_config_name == aws_sagemaker_endpoint_configuration.this.name
    error_message = "CH3: the endpoint must use the configuration."
  }

  assert {
    condition     = can(regex("^telco-churn-dev-xgboost-model-[0-9a-f]{8}$", output.configuration.model_name)) && can(regex("^telco-churn-dev-xgboost-endpoint-config-[0-9a-f]{8}$", output.configuration.configuration_name))
    error_message = "CH3: CH11: names must say what they stand for, got ${output.configuration.model_name} and ${output.configuration.configuration_name}."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/aws/sagemaker/Endpoints/telco-churn-dev-xgboost-endpoint" && output.log_retention_days == 7
    error_message = "C6: the endpoint's log must end after its days."
  }
}

run "CH3_another_model_comes_up_beside_the_one_in_use" {
  command = plan

  module {
    source = "../sagemaker-endpoint"
  }

  variables {
    model_data_url = "s3://telco-churn-dev-data-123456789012/models/4e5f6a7b/model.tar.gz"
  }

  assert {
    condition     = output.configuration.model_name != run.CH3_a_serverless_endpoint_of_the_prebuilt_image.configuration.model_name && output.configuration.configuration_name != run.CH3_a_serverless_endpoint_of_the_prebuilt_image.configuration.configuration_name && output.name == run.CH3_a_serverless_endpoint_of_the_prebuilt_image.name
    error_message = "CH3: another artifact must give model and configuration other names, and the endpoint the same."
  }
}

run "CH3_other_settings_keep_the_model" {
  command = plan

  module {
    source = "../sagemaker-endpoint"
  }

  variables {
    memory_mb               = 6144
    max_concurrency         = 200
    provisioned_concurrency = 200
  }

  assert {
    condition     = output.configuration.model_name == run.CH3_a_serverless_endpoint_of_the_prebuilt_image.configuration.model_name && output.configuration.configuration_name != run.CH3_a_serverless_endpoint_of_the_prebuilt_image.configuration.configuration_name
    error_message = "CH3: another size must make another configuration of the same model."
  }

  assert {
    condition     = output.configuration.memory_mb == 6144 && output.configuration.max_concurrency == 200 && output.configuration.provisioned_concurrency == 200
    error_message = "CH3: the largest endpoint AWS sells must be possible."
  }
}

run "CH1_the_role_is_sagemakers_and_reads_one_bucket" {
  command = plan

  module {
    source = "../sagemaker-endpoint"
  }

  variables {
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    kms_key_arn              = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = one(one(data.aws_iam_policy_document.assume.statement).principals).identifiers == toset(["sagemaker.amazonaws.com"]) && toset([for c in one(data.aws_iam_policy_document.assume.statement).condition : c.variable]) == toset(["aws:SourceAccount", "aws:SourceArn"])
    error_message = "CH1: only SageMaker of this account and region may take the role."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.this.statement : s.sid => [tolist(s.actions), tolist(s.resources)] if startswith(one(slice(tolist(s.actions), 0, 1)), "s3:") } == {
      ReadModel = [tolist(["s3:GetObject"]), tolist(["arn:aws:s3:::telco-churn-dev-data-123456789012/*"])]
      FindModel = [tolist(["s3:ListBucket"]), tolist(["arn:aws:s3:::telco-churn-dev-data-123456789012"])]
    }
    error_message = "CH1: the endpoint may read the data bucket, and write to none."
  }

  assert {
    condition = alltrue([
      for s in data.aws_iam_policy_document.this.statement :
      !anytrue([for a in s.actions : strcontains(a, "*") || startswith(a, "sagemaker:") || startswith(a, "iam:")]) && (!contains(s.resources, "*") || contains(["LogInToEcr", "WriteMetrics"], s.sid))
    ])
    error_message = "CH1: nothing of AmazonSageMakerFullAccess may be left but what the endpoint needs."
  }

  assert {
    condition     = one([for s in data.aws_iam_policy_document.this.statement : tolist(one(s.condition).values) if s.sid == "WriteMetrics"]) == tolist(["/aws/sagemaker/Endpoints", "AWS/SageMaker"]) && one([for s in data.aws_iam_policy_document.this.statement : tolist(s.resources) if s.sid == "PullPrebuiltImage"]) == tolist(["arn:aws:ecr:eu-central-1:492215442770:repository/sagemaker-xgboost"])
    error_message = "CH1: metrics of SageMaker only, and the image of AWS only."
  }

  assert {
    condition     = aws_iam_role.this.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && aws_sagemaker_endpoint_configuration.this.kms_key_arn == var.kms_key_arn && aws_cloudwatch_log_group.this.kms_key_id == var.kms_key_arn
    error_message = "C5: boundary and key must stand where they were asked for."
  }
}

run "C10_what_sagemaker_does_not_sell_is_refused" {
  command = plan

  module {
    source = "../sagemaker-endpoint"
  }

  variables {
    memory_mb          = 1536
    max_concurrency    = 201
    model_data_url     = "https://example.com/model.tar.gz"
    model_name         = "telco-churn-dev-xgboost-model-whose-name-has-no-room-left"
    endpoint_name      = "-endpoint"
    log_retention_days = 8
  }

  # CH3: C10: the six sizes, 1 to 200 requests, an artifact in S3, names that SageMaker takes.
  expect_failures = [var.memory_mb, var.max_concurrency, var.model_data_url, var.model_name, var.endpoint_name, var.log_retention_days]
}

run "C10_more_ready_than_allowed_is_refused" {
  command = plan

  module {
    source = "../sagemaker-endpoint"
  }

  variables {
    max_concurrency         = 5
    provisioned_concurrency = 6
  }

  # CH3: C10: what is kept ready is a part of what may run.
  expect_failures = [var.provisioned_concurrency]
}
