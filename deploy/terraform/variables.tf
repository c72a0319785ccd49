variable "application_role_name" {
  type        = string
  description = "\"applicationRoleName\" of your config. Customers trust this role."
}

variable "customer_role_name" {
  type        = string
  description = "\"role.name\" of your config: the role that customers create. With \"role.nameSuffix\", followed by -*"
}

variable "customer_role_path" {
  type        = string
  description = "\"role.path\" of your config."
  default     = "/"
}

variable "customers_choose_path" {
  type        = bool
  description = "True if \"role.customerMayChoose\" of your config has \"path\"."
  default     = false
}

variable "code_bucket" {
  type        = string
  description = "The S3 bucket with the code of the function, in this Region."
}

variable "code_key" {
  type        = string
  description = "The key of the code in the bucket. Each version needs another key."
}

variable "secret_name" {
  type        = string
  description = "The Secrets Manager secret with \"sessionSecret\" and \"receiptKey\", and optionally \"launchSecret\" and \"vendorSecret\"."
  default     = "rolebridge"
}

variable "function_name" {
  type    = string
  default = "rolebridge"
}

variable "table_name" {
  type        = string
  description = "The DynamoDB table of the registry."
  default     = "rolebridge"
}

variable "template_bucket_name" {
  type        = string
  description = "The bucket for the templates that customers launch."
}

variable "domain_name" {
  type        = string
  description = "Your own domain, such as connect.example.com. Null: the domain of API Gateway."
  default     = null
}

variable "certificate_arn" {
  type        = string
  description = "The certificate of your own domain, in AWS Certificate Manager in this Region."
  default     = null

  validation {
    condition     = var.certificate_arn == null || can(regex("^arn:", var.certificate_arn))
    error_message = "Enter the ARN of a certificate."
  }
}

variable "launch_jwks" {
  type        = string
  description = "The URL of the public keys of your launch tokens, in place of a secret."
  default     = null
}

variable "vendor_jwks" {
  type        = string
  description = "The URL of the public keys of the vendor API, in place of a secret."
  default     = null
}

variable "alarm_email" {
  type        = string
  description = "Who is told of alarms. AWS sends an email to confirm the address. Null: no one."
  default     = null
}

variable "log_retention_days" {
  type        = number
  description = "How long the log and the audit log are kept."
  default     = 365
}
