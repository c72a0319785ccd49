# A lost registry could issue external IDs that another tenant already has, so the table is protected.
resource "aws_dynamodb_table" "registry" {
  name                        = var.table_name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  range_key                   = "sk"
  deletion_protection_enabled = true

  dynamic "attribute" {
    for_each = ["pk", "sk", "duePartition", "dueSort", "changesPartition", "changesSort"]
    content {
      name = attribute.value
      type = "S"
    }
  }

  dynamic "global_secondary_index" {
    for_each = ["due", "changes"]
    content {
      name            = global_secondary_index.value
      hash_key        = "${global_secondary_index.value}Partition"
      range_key       = "${global_secondary_index.value}Sort"
      projection_type = "KEYS_ONLY"
    }
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

# The values are in the state too, so encrypt it and limit who can read it.
data "aws_secretsmanager_secret_version" "keys" {
  secret_id = var.secret_name
}

locals {
  keys = jsondecode(data.aws_secretsmanager_secret_version.keys.secret_string)
}

resource "aws_cloudwatch_log_group" "function" {
  name              = local.log_group
  retention_in_days = var.log_retention_days
}

resource "aws_lambda_function" "this" {
  function_name = var.function_name
  role          = aws_iam_role.application.arn
  runtime       = "nodejs22.x"
  handler       = "server/lambda.handler"
  s3_bucket     = var.code_bucket
  s3_key        = var.code_key
  memory_size   = 1024
  # A round of scheduled checks goes on for as long as one more check fits in.
  timeout = 120

  environment {
    variables = { for name, value in {
      NODE_ENV                  = "production"
      ROLEBRIDGE_AWS            = "live"
      ROLEBRIDGE_VENDOR         = "/var/task/vendor.json"
      ROLEBRIDGE_REGISTRY       = "dynamodb:${var.table_name}"
      ROLEBRIDGE_ORIGIN         = local.origin
      ROLEBRIDGE_SESSION_SECRET = local.keys["sessionSecret"]
      ROLEBRIDGE_RECEIPT_KEY    = local.keys["receiptKey"]
      ROLEBRIDGE_LAUNCH_SECRET  = lookup(local.keys, "launchSecret", null)
      ROLEBRIDGE_LAUNCH_JWKS    = var.launch_jwks
      ROLEBRIDGE_VENDOR_SECRET  = lookup(local.keys, "vendorSecret", null)
      ROLEBRIDGE_VENDOR_JWKS    = var.vendor_jwks
    } : name => value if value != null }
  }

  depends_on = [aws_cloudwatch_log_group.function, aws_iam_role_policy.application]
}

# Without an input, the event says "Scheduled Event", by which the function knows it.
resource "aws_scheduler_schedule" "checks" {
  name                = "${var.function_name}-checks"
  description         = "Checks the connections that are due, and sends events."
  schedule_expression = "rate(1 minute)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_function.this.arn
    role_arn = aws_iam_role.schedule.arn

    retry_policy {
      maximum_retry_attempts       = 0
      maximum_event_age_in_seconds = 60
    }
  }
}

resource "aws_iam_role" "schedule" {
  name_prefix = "${substr(var.function_name, 0, 24)}-schedule-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "scheduler.amazonaws.com" }
        Action    = "sts:AssumeRole"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
      }
    ]
  })
}

resource "aws_iam_role_policy" "schedule" {
  name = "InvokeFunction"
  role = aws_iam_role.schedule.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "lambda:InvokeFunction", Resource = aws_lambda_function.this.arn }]
  })
}
