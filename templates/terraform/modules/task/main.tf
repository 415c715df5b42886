resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:kms_key_arn switches the customer managed key on; without it logs are encrypted with keys of AWS
  #checkov:skip=CKV_AWS_338:Retention is set per environment; a year of development logs is not worth its price
  name              = "/aws/ecs/${var.family}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.family
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = upper(var.architecture)
  }

  # 20 GiB are there without being asked for, and 20 cannot be asked for.
  dynamic "ephemeral_storage" {
    for_each = var.ephemeral_storage_gib > 20 ? [var.ephemeral_storage_gib] : []

    content {
      size_in_gib = ephemeral_storage.value
    }
  }

  volume {
    name = "tmp"
  }

  container_definitions = jsonencode([merge(local.answering, {
    name        = var.container_name
    image       = var.image_uri
    essential   = true
    cpu         = var.cpu
    memory      = var.memory
    environment = [for name in sort(keys(var.environment_variables)) : { name = name, value = var.environment_variables[name] }]

    # The image's own files cannot be changed; /tmp is the one place to write to.
    user                   = var.user
    readonlyRootFilesystem = true
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]

    linuxParameters = {
      # Zombies are reaped and SIGTERM reaches the program.
      initProcessEnabled = true
      capabilities       = { add = [], drop = ["ALL"] }
    }

    # Fargate gives 120 at most; Spot gives notice of the same two minutes.
    stopTimeout = var.stop_timeout_seconds

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = var.region
        awslogs-stream-prefix = var.container_name
      }
    }
  })])

  # Whoever starts the family must find a revision at every moment.
  lifecycle {
    create_before_destroy = true
  }
}
