locals {
  # What a deployment is told: from which version to which, or which task definition.
  app_spec = jsonencode({
    version   = "0.0"
    Resources = var.function == null ? [jsondecode(local.service_spec)] : [jsondecode(local.function_spec)]
  })

  function_spec = var.function == null ? "null" : jsonencode({
    (var.function.name) = {
      Type = "AWS::Lambda::Function"
      Properties = {
        Name           = var.function.name
        Alias          = var.function.alias
        CurrentVersion = aws_lambda_alias.this[0].function_version
        TargetVersion  = var.function.version
      }
    }
  })

  service_spec = var.service == null ? "null" : jsonencode({
    TargetService = {
      Type = "AWS::ECS::Service"
      Properties = {
        TaskDefinition   = var.service.task_definition_arn
        LoadBalancerInfo = { ContainerName = var.service.container_name, ContainerPort = var.service.container_port }
        PlatformVersion  = "LATEST"
        # ECS takes these of a deployment only, not of a change to the service.
        NetworkConfiguration = {
          AwsvpcConfiguration = {
            Subnets        = var.service.subnet_ids
            SecurityGroups = var.service.security_group_ids
            AssignPublicIp = var.service.assign_public_ip ? "ENABLED" : "DISABLED"
          }
        }
        CapacityProviderStrategy = [for s in var.service.capacity_provider_strategy : { CapacityProvider = s.capacity_provider, Weight = s.weight, Base = s.base }]
      }
    }
  })
}
