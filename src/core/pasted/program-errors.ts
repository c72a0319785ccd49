/** How programs tell that a call got no answer. */
export const noAnswer =
  /\b(?:Name or service not known|Temporary failure in name resolution|nodename nor servname provided|No such host is known)\b[^\n]*|connect (?:ETIMEDOUT|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH)[^\n]*|dial tcp [^\n]{0,200}(?:timeout|refused|no such host)[^\n]*|\bSystem\.TimeoutException\b[^\n]*|\bUnable to execute HTTP request\b[^\n]*|\bUnknownHostException\b[^\n]*|\b(?:Read|Connect) timeout on endpoint URL[^\n]*|\bSSL validation failed for\b[^\n]*|\bcontext deadline exceeded\b[^\n]*|\bTLS handshake timeout\b[^\n]*|\bcertificate signed by unknown authority\b[^\n]*/

/** How programs tell that they have no credentials. Those of a role are what a denied call didn't give. */
export const noCredentials =
  /\b(?:unable|failed|could not|couldn['’]t|cannot|can['’]t) (?:to )?(?:get|load|find|locate|retrieve|resolve|obtain|fetch)(?: (?!for\b|of\b|role\b)[\w-]{1,20}){0,4} credentials\b(?! (?:for|of|from|by|using) (?:the |IAM |AWS )*(?:role|arn|assum))[^\n]*|\bEC2MetadataError\b[^\n]*|\b(?:Partial|No)CredentialsError\b[^\n]*/i

export const isProgram = /ParamValidationError|Traceback|\bbotocore\b|\bboto3?\b/

/** Many programs describe wrong options in the same words. */
export const isOfCli = (text: string): boolean => /\baws(?: |: |-cli|\.exe)/i.test(text)
