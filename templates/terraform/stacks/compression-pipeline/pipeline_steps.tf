locals {
  # Where a run goes after each step.
  after_step = {
    baseline = "Prune"
    prune    = "WantsDistillation"
    distill  = "Quantize"
    quantize = "Evaluate"
    evaluate = "ReadMetrics"
  }

  step_comments = {
    baseline = "Measures the model as it was brought: size, latency, accuracy"
    prune    = "Removes the smallest weights"
    distill  = "Trains a smaller model on the answers of a teacher"
    quantize = "Stores each weight in fewer bits"
    evaluate = "Measures the compressed model and compares it with the baseline"
  }

  # Either a launch type or a strategy: ECS refuses both at once.
  launch = { for key, value in {
    LaunchType               = var.use_spot ? null : "FARGATE"
    CapacityProviderStrategy = var.use_spot ? [{ CapacityProvider = "FARGATE_SPOT", Weight = 1 }] : null
  } : key => value if value != null }

  # Errors of AWS, not of the step: no capacity, a call refused for a moment. A program that ended with an error would end
  # the same way again, and so would one that ran out of time.
  infrastructure_retry = [{
    ErrorEquals     = ["ECS.AmazonECSException", "Ecs.AmazonECSException", "ECS.ServerException", "ECS.ThrottlingException", "AmazonECS.Unknown"]
    IntervalSeconds = 15
    BackoffRate     = 2
    MaxAttempts     = 5
    MaxDelaySeconds = 300
    JitterStrategy  = "FULL"
  }]

  record_failure = [{ ErrorEquals = ["States.ALL"], ResultPath = "$.failure", Next = "RecordFailure" }]

  step_states = { for step in local.steps : title(step) => {
    Type     = "Task"
    Comment  = local.step_comments[step]
    Resource = "arn:${local.partition}:states:::ecs:runTask.sync"
    Parameters = merge(local.launch, {
      Cluster = module.cluster.arn
      # The family, so that a run which began before an apply, or is redriven after it, finds a revision that still exists.
      TaskDefinition       = module.task[step].family
      EnableECSManagedTags = true
      PropagateTags        = "TASK_DEFINITION"
      NetworkConfiguration = {
        AwsvpcConfiguration = {
          Subnets        = local.network.subnet_ids
          SecurityGroups = [local.network.task_security_group_id]
          AssignPublicIp = local.network.assign_public_ip ? "ENABLED" : "DISABLED"
        }
      }
      Overrides = {
        ContainerOverrides = [{
          Name = step
          Environment = [
            { Name = "JOB_ID", "Value.$" = "$.job_id" },
            { Name = "RUN_INPUT", "Value.$" = "States.JsonToString($.input)" },
          ]
        }]
      }
    })
    # The answer of ECS is of no use to the next step; job and input go on as they are.
    ResultPath     = null
    TimeoutSeconds = var.steps[step].timeout_seconds
    Retry          = local.infrastructure_retry
    Catch          = local.record_failure
    Next           = local.after_step[step]
  } }
}
