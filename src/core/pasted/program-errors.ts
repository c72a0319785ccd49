/** How programs tell that a call got no answer. */
export const noAnswer =
  /\b(?:Name or service not known|Temporary failure in name resolution|nodename nor servname provided|No such host is known)\b[^\n]*|connect (?:ETIMEDOUT|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH)[^\n]*|dial tcp\b[^\n]{0,200}(?:timeout|refused|no such host)[^\n]*|\bSystem\.TimeoutException\b[^\n]*|\bUnable to execute HTTP request\b[^\n]*|\bUnknownHostException\b[^\n]*|\b(?:Read|Connect) timeout on endpoint URL[^\n]*|\bSSL validation failed for\b[^\n]*|\bcontext deadline exceeded\b[^\n]*|\bTLS handshake timeout\b[^\n]*|\bcertificate signed by unknown authority\b[^\n]*/

/** How programs tell that they have no credentials. Those of a role are what a denied call didn't give. */
export const noCredentials =
  /\b(?:unable|failed|could not|couldn['’]t|cannot|can['’]t) (?:to )?(?:get|load|find|locate|retrieve|resolve|obtain|fetch)(?: (?!for\b|of\b|role\b)[\w-]{1,20}){0,4} credentials\b(?! (?:for|of|from|by|using) (?:the |IAM |AWS )*(?:role|arn|assum))[^\n]*|\bEC2MetadataError\b[^\n]*|\b(?:Partial|No)CredentialsError\b[^\n]*/i

export const isProgram = /ParamValidationError|Traceback|\bbotocore\b|\bboto3?\b/

/** Many programs describe wrong options in the same words. */
export const isOfCli = (text: string): boolean => /\baws(?: |: |-cli|\.exe)/i.test(text)

/** A profile of the shared configuration files that a program can't use. https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
export const unusableProfile =
  /\bInvalid profile \[[^\]\n]{1,80}\][^\n]*|\bProfile ['"`[]?[\w.@-]{1,80}['"`\]]? (?:does not exist|doesn['’]t exist|(?:was |is )?not found|could not be found)[^\n]*|\bfailed to (?:get|load) shared config(?:ig|uration)? ?profile[^\n]*|\bfailed to load assume role (?:for|config)[^\n]*|\b(?:the )?(?:source[_ ])?profile ['"`]?[\w.@-]{1,80}['"`]? must have credentials[^\n]*|\bsource[_ ]profile\b[^\n]{0,80}\b(?:not found|does not exist|doesn['’]t exist|has no shared credentials|could not be found|invalid)\b[^\n]*|\bPartial credentials found in\b[^\n]*|\bInfinite loop in credential configuration\b[^\n]*|\bMissing (?:keys? )?aws_access_key_id\b[^\n]*/i

/** The S3 backend of Terraform or OpenTofu, which keeps the state. https://developer.hashicorp.com/terraform/language/backend/s3 */
export const terraformBackend =
  /\berror (?:configuring (?:the )?(?:S3|"s3") backend|loading state|inspecting states in the "s3" backend|acquiring the state lock|refreshing state)\b[^\n]{0,200}(?:\n[^\n]{0,400}){0,6}?\b(?:AccessDenied|Access Denied|403|Forbidden)\b[^\n]*|\bFailed to get existing workspaces\b[^\n]{0,200}(?:\n[^\n]{0,400}){0,4}?\b(?:AccessDenied|Access Denied|403|Forbidden)\b[^\n]*/i

/** The same in the words of a person. */
export const deniedBackend =
  /\b(?:s3 backend|backend|remote state|state (?:file|bucket)|terraform init)\b[^\n]{0,300}\b(?:permission denied|access denied|AccessDenied|status code: 403|forbidden)\b[^\n]*/i

export const isTerraformOfAws = (text: string): boolean => /\bprovider "aws"|\baws_[a-z]|[a-z]_aws\b|hashicorp\/aws\b/.test(text)

export const isTerraformRole = (text: string): boolean => /\b(?:terraform|tofu)\b/i.test(text) && /\bassume_role\b/i.test(text)

/** https://developer.hashicorp.com/terraform/language/providers/configuration */
export const terraformConfiguration =
  /(?:\bBlocks of type "\w{1,40}" are not expected here|\bAn argument named "\w{1,40}" is not expected here|\bThe argument "\w{1,40}" is required, but no definition was found|\bA managed resource "\w{1,60}" "[\w-]{1,80}" has not been declared|\bAn input variable with the name "[\w-]{1,80}" has not been declared)[^\n]*/
