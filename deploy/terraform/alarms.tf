resource "aws_sns_topic" "alarms" {
  count = var.alarm_email == null ? 0 : 1
  name  = "${var.function_name}-alarms"
}

resource "aws_sns_topic_subscription" "email" {
  count     = var.alarm_email == null ? 0 : 1
  topic_arn = aws_sns_topic.alarms[0].arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

locals {
  # What the log says, and what an alarm for it means.
  faults = {
    vendor-faults = {
      pattern     = "{ $.msg = \"checked a role\" && $.verdict = \"vendor-fault\" }"
      description = "Checks fail because of the application role, its policies, or its credentials. No customer can fix that."
    }
    errors = {
      pattern     = "{ $.level >= 50 }"
      description = "The log has errors, for example because AWS rejects the credentials or an event was given up."
    }
  }
}

resource "aws_cloudwatch_log_metric_filter" "faults" {
  for_each       = local.faults
  name           = "${var.function_name}-${each.key}"
  log_group_name = aws_cloudwatch_log_group.function.name
  pattern        = each.value.pattern

  metric_transformation {
    namespace     = "Rolebridge"
    name          = "${var.function_name}-${each.key}"
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "faults" {
  for_each            = local.faults
  alarm_name          = "${var.function_name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = "Rolebridge"
  metric_name         = "${var.function_name}-${each.key}"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_arns
}

resource "aws_cloudwatch_metric_alarm" "function" {
  alarm_name          = "${var.function_name}-function"
  alarm_description   = "The function does not start or does not finish, so connections are not checked."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = var.function_name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_arns
}
