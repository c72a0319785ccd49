terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.60"
    }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  partition  = data.aws_partition.current.partition
  account_id = data.aws_caller_identity.current.account_id
  region     = data.aws_region.current.id
  role_arn   = "arn:${local.partition}:iam::${local.account_id}:role/${var.application_role_name}"
  table_arn  = "arn:${local.partition}:dynamodb:${local.region}:${local.account_id}:table/${var.table_name}"
  log_group  = "/aws/lambda/${var.function_name}"
  origin     = var.domain_name == null ? aws_apigatewayv2_api.this.api_endpoint : "https://${var.domain_name}"
  alarm_arns = aws_sns_topic.alarms[*].arn
}
