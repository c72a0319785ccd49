import type { ErrorTextFact } from './pasted-fact.ts'

const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(quot|apos|lt|gt|amp));/gi,
    (entity: string, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return entities[name?.toLowerCase() ?? ''] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : entity)
    },
  )

export const onOneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ')

/** The words of a message that ends in the markup around it. */
export const withoutMarkup = (message: string): string => decoded(message.replace(/<\/(?:Message|Error)>.*$/s, '')).trim()

/** The body of an error of the Query API and of Amazon S3. https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const xmlError =
  /<Error>\s*(?:<Type>\w{1,20}<\/Type>\s*)?<Code>([\w.]{1,80})<\/Code>\s*(?:<Message>([^<]{0,4000})<\/Message>|<Message\s*\/>)?/g

/** The request before an error, as curl and the logs of SDKs show it. */
function operationBefore(text: string): string | null {
  const actions = [...text.matchAll(/(?:^|[\s&?"'])Action=([A-Z]\w{1,60})/g)]
  return actions.at(-1)?.[1] ?? null
}

/**
 * The same markup as that of Amazon S3. https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2 and
 * https://cloud.google.com/storage/docs/xml-api/reference-status
 */
const isOfOtherCloud = (text: string): boolean =>
  /\bGoogle\b|\bstorage\.(?:objects|buckets)\b|googleapis|\bwindows\.net\b|\bx-ms-|<Message>[^<]{0,2000}\bRequestId:|<Code>(?:AuthenticationFailed|AuthorizationFailure|Authorization\w{1,30}Mismatch|NoAuthenticationInformation|InvalidAuthenticationInfo|PublicAccessNotPermitted|(?:Blob|Container|Share)NotFound)<\/Code>/.test(
    text,
  )

const xmlErrors = (text: string): readonly ErrorTextFact[] =>
  (isOfOtherCloud(text) ? [] : [...text.matchAll(xmlError)]).map(({ 1: code = null, 2: message = '', index }) => ({
    kind: 'error-text',
    code,
    operation: operationBefore(text.slice(Math.max(0, index - 4000), index)),
    message: onOneLine(decoded(message)),
  }))

/** Errors of AWS Tools for PowerShell from before it calls AWS. https://docs.aws.amazon.com/powershell/v5/userguide/specifying-your-aws-credentials.html */
const beforeCall: readonly (readonly [code: string, pattern: RegExp])[] = [
  [
    'NoCredentials',
    /No credentials (?:specified or obtained|were specified and none could be obtained) from persisted\/shell defaults[^\n]*/,
  ],
  ['NoRegion', /No region (?:specified or obtained|was specified and none could be obtained) from persisted\/shell defaults[^\n]*/],
  ['NoCmdlet', /The term '[A-Z][a-z]{1,20}-(?:STS|IAM|CFN|S3)\w{1,40}' is not recognized as [^\n]*/],
]

/**
 * The name of the exception, which is that of AWS's error code: `Amazon.IdentityManagement.Model.EntityAlreadyExistsException,…`, unless it
 * is one for any error, such as `Amazon.Runtime.AmazonClientException`. The text of the error begins with the cmdlet and a colon. https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables#errorview
 */
const cmdletError =
  /^[ \t]*([A-Z][a-z]+-[A-Z]\w{1,60}) ?:[ \t]*(\S[^\n]*(?:\n(?!At |[ \t]*\+ )[^\n]+){0,20})\nAt [\s\S]{0,2000}?FullyQualifiedErrorId\s*:\s*[\w.]+\.(?!Amazon)(\w+?)(?:Exception)?,Amazon\.PowerShell\./m

/** The exception for any error of Amazon S3, whose words don't name it. */
const storageError =
  /^[ \t]*[A-Z][a-z]+-S3\w{1,60} ?:[ \t]*(\S[^\n]*(?:\n(?!At |[ \t]*\+ )[^\n]+){0,20})\nAt [\s\S]{0,2000}?FullyQualifiedErrorId\s*:\s*Amazon\.S3\.AmazonS3Exception,/m

function storageErrors(text: string): readonly ErrorTextFact[] {
  const [, message] = storageError.exec(text) ?? []
  if (message === undefined) return []
  const code = /^access denied\b/i.test(message) ? 'StorageDenied' : null
  return [{ kind: 'error-text', code, operation: null, message: onOneLine(message) }]
}

/** https://docs.aws.amazon.com/powershell/v5/reference/ */
const operations: Readonly<Record<string, string>> = {
  'Use-STSRole': 'AssumeRole',
  'Get-STSCallerIdentity': 'GetCallerIdentity',
  'Get-IAMRole': 'GetRole',
  'New-IAMRole': 'CreateRole',
  'Write-IAMRolePolicy': 'PutRolePolicy',
  'Register-IAMRolePolicy': 'AttachRolePolicy',
  'Update-IAMAssumeRolePolicy': 'UpdateAssumeRolePolicy',
  'New-CFNStack': 'CreateStack',
}

function powerShellErrors(text: string): readonly ErrorTextFact[] {
  for (const [code, pattern] of beforeCall) {
    const [message] = pattern.exec(text) ?? []
    if (message !== undefined) return [{ kind: 'error-text', code, operation: null, message: onOneLine(message) }]
  }
  const [, cmdlet = '', message, code] = cmdletError.exec(text) ?? []
  if (message === undefined || code === undefined) return storageErrors(text)
  return [{ kind: 'error-text', code, operation: operations[cmdlet] ?? null, message: onOneLine(message) }]
}

/** PowerShell 7 draws a line to the left of an error, and breaks it to the width of the window. */
const conciseView = /^([ \t]*[A-Z][a-z]+-[A-Z]\w{1,60}):\s*\nLine \|\s*\n((?:[ \t]*(?:\d+ *)?\|[^\n]*(?:\n|$))+)/gm

/** With the text of the error on one line after its cmdlet, as in other views. */
export const withoutConciseView = (text: string): string =>
  text.replace(conciseView, (_, cmdlet: string, framed: string) => {
    const lines = framed.split('\n').flatMap((line) => (/^[ \t]*\|/.test(line) ? [line.replace(/^[ \t]*\|[ \t]?/, '').trim()] : []))
    return `${cmdlet}: ${lines.filter((line) => line !== '' && !/^~+$/.test(line)).join(' ')}\n`
  })

/** Errors whose text no rule knows, by the code in the markup or the view around them. */
export const enclosedErrors = (text: string): readonly ErrorTextFact[] => [...xmlErrors(text), ...powerShellErrors(text)].slice(0, 10)
