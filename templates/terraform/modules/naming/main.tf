locals {
  # Longest name each service accepts, in characters. A revision is a SageMaker model or configuration, whose module adds
  # nine characters of its own.
  limits = {
    alarm                  = 255
    backup_plan            = 50
    backup_vault           = 50
    budget                 = 100
    codedeploy_application = 100
    dashboard              = 255
    db_instance            = 63
    discovery_namespace    = 63
    dynamodb_table         = 255
    ecr_repository         = 256
    ecs_cluster            = 255
    ecs_service            = 255
    ecs_task_family        = 255
    http_api               = 128
    iam_role               = 64
    kms_alias              = 250
    lambda_function        = 64
    load_balancer          = 32
    network                = 240
    origin_access_control  = 64
    rest_api               = 128
    sagemaker_endpoint     = 63
    sagemaker_revision     = 54
    s3_bucket              = 63
    security_group         = 255
    sns_topic              = 256
    state_machine          = 80
    target_group           = 32
    trail                  = 128
    vpc_link               = 128
  }

  # Some services refuse doubled hyphens, so they are folded. Two different names could then fold into one: whatever was
  # folded or cut carries a fingerprint of the unfolded words. The words are joined by "/" for it, which none can contain.
  owner_full  = "${var.team}-${var.name}"
  owner       = trimsuffix(replace(local.owner_full, "/-+/", "-"), "-")
  owner_whole = local.owner == local.owner_full

  prefix_fingerprint = substr(sha256(join("/", [var.team, var.name, var.environment])), 0, 8)
  prefix             = local.owner_whole ? "${local.owner}-${var.environment}" : "${local.owner}-${local.prefix_fingerprint}-${var.environment}"

  candidates = {
    for part, kind in var.parts : part => {
      whole       = "${local.owner}-${var.environment}-${part}"
      fingerprint = substr(sha256(join("/", [var.team, var.name, var.environment, part])), 0, 8)
      suffix      = kind == "s3_bucket" ? "-${var.account_id}" : ""
      room        = local.limits[kind] - (kind == "s3_bucket" ? 13 : 0)
    }
  }

  # The end of a name says what the thing is, so the cut takes from the owner in front.
  shortened = {
    for part, c in local.candidates : part => join("-", [
      trimsuffix(substr(local.owner, 0, c.room - length("-${c.fingerprint}-${var.environment}-${part}")), "-"),
      c.fingerprint, var.environment, part,
    ])
  }

  names = {
    for part, c in local.candidates : part =>
    "${local.owner_whole && length(c.whole) <= c.room ? c.whole : local.shortened[part]}${c.suffix}"
  }
}
