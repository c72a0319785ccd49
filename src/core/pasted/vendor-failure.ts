import { failedResource } from './failed-resource.ts'
import type { VendorFailure } from './failure-kind.ts'
import { failureElsewhere } from './other-languages.ts'
import { isOfAwsAlone, productFailure } from './product-failure.ts'
import {
  clausesOf,
  failedClauses,
  isErrorHidden,
  isOfOtherProgram,
  isOfProgram,
  isProgramError,
  isUnreadAnswer,
  longestText,
} from './vendor-sentence.ts'

type Clause = { readonly clause: string; readonly isAboutAws: boolean }

type Form = { readonly failure: VendorFailure; readonly is: (clause: Clause) => boolean }

const aboutAws =
  /\b(?:aws|iam|sts|arn|s3|cloudformation|cloud account|cross[- ]account|external[ _-]?id|assum(?:e|ed|ing)|trust (?:policy|relationship))\b/i

const isAccess =
  /\b(?:access\w*|connect\w*|list\w*|read\w*|writ\w+|reach\w*|open\w*|found|find|exist\w*|head|get|put|upload\w*|download\w*|validat\w+|verif\w+|forbidden|denied|permissions?|permitted|authorized)\b/i

const isUse =
  /\b(?:verif\w+|validat\w+|access\w*|authenticat\w+|connect\w*|us(?:e|ed|ing)|check\w*|invalid|switch\w*|get|obtain\w*|configur\w+)\b/i

/** Advice to change the trust policy, and not only to check it. */
const trustAdvice =
  /^\W*(?:please )?(?:configure|add|set|update|correct|replace)\b[^\n]{0,60}\b(?:external[ _-]?id|trust (?:policy|relationship))/i

const services =
  '(?:API Gateway|AppSync|Batch|CodeBuild|CodePipeline|Cognito|EC2|ECS|EKS|Elastic Beanstalk|EventBridge|Firehose|Glue|Lambda|MediaConvert|RDS|Redshift|SageMaker|Step Functions)(?: service)?'
const servicePrincipal = '[a-z][\\w-]*\\.amazonaws\\.com'

/** Its rest tells which role the service has. */
export const serviceDenial = new RegExp(
  `\\b(?:${services}|${servicePrincipal}) (?:is|was) not authorized to perform:? (?:sts:)?AssumeRole\\b[^\\n]*`,
)

const serviceRole: readonly RegExp[] = [
  /\b(?:service principals?\b|[a-z][\w-]*\.amazonaws\.com\b)(?:(?!\. )[^\n]){0,160}(?:\bnot\b|n['’]t\b|\bnor\b|\bunable\b|\bcannot\b|\bdenied\b)[^\n]{0,60}\bassum\w+ (?:(?:the|this|your|a|that|provided|given|specified|supplied|passed|iam) )*role\b/i,
  /\bprincipal[ :]+["'`]?[a-z][\w-]*\.amazonaws\.com["'`]? to (?:be able to )?assume\b/i,
  /\bassumed\s+by\s+(?:the )?(?:service )?(?:principal )?["'`]?(?:AWS |Amazon )?(?:Lambda|ECS|EC2|Glue|CodeBuild|CodePipeline|Batch|[\w.-]{1,60}\.amazonaws\.com)\b/i,
  new RegExp(
    `\\b${services} (?:(?:was|is|were) (?:unable|not able|not authorized) to|can['’]?t|cannot|could not|couldn['’]t|failed to|(?:does not|doesn['’]t) have permissions? to) assume\\b`,
    'i',
  ),
  serviceDenial,
  /\bexecution role\b[^\n]{0,60}\bassumed\b|\bassum\w+[^\n]{0,40}\bexecution role\b/i,
  /\bas a trusted service\b|\bassum\w+[\s\S]{0,200}\bservice principal\b/i,
  /\b(?:unable|not able|failed|could not|couldn['’]t|cannot|can['’]t)[^\n]{0,40}\bassum\w+[^\n]{0,40}:role\/(?:service-role\/|aws-service-role\/|ecs(?:TaskExecution|Task|Instance)Role\b|AWSServiceRoleFor)/i,
  /\b(?:allow\w*|let\w*|for) (?:AWS |Amazon )?(?:API Gateway|AppSync|Batch|CodeBuild|CodePipeline|Cognito|ECS|EKS|EventBridge|Firehose|Glue|Lambda|RDS|SageMaker|Step Functions) to assume\b/i,
  /\bservice[- ]linked[- ]role\b[\s\S]{0,200}\bassum|\bassum[\s\S]{0,200}\bservice[- ]linked[- ]role\b/i,
  /\bServiceLinkedRoleCreationNotPermitted\b|\bcreate (?:the |a )?service[- ]linked[- ]role\b/i,
  /\bservice[- ]role\b[^\n]{0,80}\b(?:invalid|assumed)\b|\bsts:AssumeRole on (?:the )?service[- ]role\b/i,
  /\bassum\w+[^\n]{0,160}\btrusts? (?:the )?["'`]?[\w.-]{1,60}\.amazonaws\.com\b/i,
]

const connectionThing =
  /^\W*(?:we )?(?:cannot|can['’]?t|unable to|could not|couldn['’]?t|failed to) connect\W*$|\b(?:connection|connectivity|connector|integration|onboarding|access checks?|permission (?:checks?|errors?)|permission authorization|authorization checks?|verify(?:ing)? access)\b/i
const bareStatus =
  /^\W*(?:err(?:or)?\b\W*)?(?:\d{3}\b\W*)?(?:(?:access )?(?:restricted|denied|forbidden|unauthorized)(?: access)?|(?:unknown|unexpected) error)\W*$/i
/** IAM and CloudFormation say of a role, too, that it already exists. */
const already: readonly RegExp[] = [
  /\b(?:account|role|arn|integration|connector|connection)\b[^\n]{0,60}\balready (?:been )?(?:linked|connected|registered|onboarded|integrated|added|in use|used by|configured|claimed|exists in)\b/i,
  /\balready (?:been )?(?:linked|connected|registered|onboarded|integrated|added|exists in)\b[^\n]{0,60}\b(?:account|role|arn|integration)\b/i,
  /\b(?:connector|connection|integration|data source|cloud account)\b[^\n]{0,60}\balready exists?\b/i,
  /\b(?:account|integration|connection)\b[^\n]{0,60}\b(?:exists in|belongs to|used by) (?:another|a different|some other) (?:organi[sz]ation|workspace|tenant|project|customer)\b/i,
]
const accountThing =
  /\b(?:connect(?:ing)?|link(?:ing)?|access(?:ing)?|authenticat\w+|authorization|credentials?|(?:aws|member|cloud) account|(?:collect|monitor|scan|sync|poll)\w*[^\n]{0,60}\baccount|validat\w+|verif\w+|permissions?)\b/i

/** Says that a value has the wrong form, and not that something can't be accessed. */
const isOfForm = /\b(?:invalid|malformed|unsupported) (?:url|uri|path|prefix|syntax|format|argument|option)\b/i

/** Asks for another value. A sentence that only describes one says so of no value that was entered. */
const valueComplaint =
  /\b(?:does not|doesn['’]t) look like (?:an? )?(?:\w+ ){0,3}arn\b|\b(?:arn|aws account id|external[ -]?id)\b[^\n]{0,30}\b(?:must (?:match|start|begin|be (?:a valid|between|at least|in the form)|not exceed)|(?:does not|doesn['’]t) (?:look like|match the (?:pattern|format))|is not an? (?:\w+ ){0,2}arn|isn['’]t an? (?:\w+ ){0,2}arn|is required|(?:can(?:not|['’]?t)|must not|should not) be (?:blank|empty|null)|is too (?:short|long))\b|^\W*(?:\w+ ?error\W+)?please (?:enter|provide|use|specify) a valid [^\n]{0,30}\b(?:arn|external[ -]?id)\b/i

/** An ARN of something that isn't a role. */
const otherThing =
  /(?:instance[ -]?profile|\b(?:kms|key|topic|queue|policy|certificate|function|secret|cluster|stack|user|log group|resource|table|stream))s?[ '"`]*\.?arn\b/i

/** Credentials that only come from assuming a role are those of the role. */
const assuming =
  /\bassum(?:e|es|ed|ing|ption)\b|\bAssumeRole(?:With\w+)?\b|\b(?:retriev|obtain|get|generat|acquir|fetch|creat)\w* (?:\w+ ){0,3}(?:temporary|session|sts|short-lived) (?:\w+ )?(?:credentials?|tokens?)\b[^\n]{0,40}\broles?\b/i

/** In the order in which they are reported: the first that a clause has. */
const forms: readonly Form[] = [
  { failure: 'passed-role', is: ({ clause }) => /\brole is invalid or cannot be assumed\b/i.test(clause.replace(/\s+/g, ' ')) },
  {
    failure: 'assume',
    is: ({ clause }) => assuming.test(clause) && !/\bvalid (?:role )?arn\b/i.test(clause),
  },
  {
    failure: 'role-not-found',
    is: ({ clause }) =>
      /\brole\b[^\n]{0,80}(?:\bnot (?:be )?found|(?:\bnot|n['’]t) exist|\bnot be located)|(?:\bnot|n['’]t|\bunable to|\bcannot|can['’]t|\bno such) ?(?:find|locate|found)?\b[^\n]{0,30}\brole\b(?! (?:name|with permission))|\bno (?:(?:aws|iam|such|matching) )*role\b[^\n]{0,80}\b(?:found|exists?)\b/i.test(
        clause,
      ) &&
      /\bfind|found|locate|exist|no such/i.test(clause) &&
      !/\baccount id\b/i.test(clause),
  },
  {
    failure: 'trust',
    is: ({ clause }) =>
      /\bexternal[ _-]?id\b(?![^\n]{0,20}\bformat)|\btrust(?:ed|s)?\b(?! (?:advisor|access)\b)/i.test(clause) && !/\barn\b/i.test(clause),
  },
  {
    failure: 'value',
    is: ({ clause }) =>
      /\barn\b|\baws account id\b|\bexternal[ _-]?id\b/i.test(clause) &&
      !otherThing.test(clause) &&
      /\b(?:invalid|valid|malformed|format|pattern|match|incorrect|wrong|unreachable)\b/i.test(clause),
  },
  {
    failure: 'bucket',
    is: ({ clause }) =>
      /\bbuckets?\b|\bs3\b(?! (?:event )?notifications?\b)|\bs3:\/\//i.test(clause) && isAccess.test(clause) && !isOfForm.test(clause),
  },
  {
    failure: 'role',
    is: ({ clause, isAboutAws }) =>
      (/\broles?\b/i.test(clause) || (/\barn\b/i.test(clause) && !otherThing.test(clause))) &&
      isUse.test(clause) &&
      (isAboutAws || /\b(?:your|the|this) role\b/i.test(clause)),
  },
  {
    failure: 'connection',
    is: ({ clause, isAboutAws }) =>
      connectionThing.test(clause) ||
      (isAboutAws && (accountThing.test(clause) || bareStatus.test(clause))) ||
      /^\W*(?:err(?:or)?\W+)?access (?:restricted|denied)\W*$/i.test(clause),
  },
]

/** A role for an AWS service to assume, and not for a vendor. */
export const isServiceRole = (text: string): boolean => serviceRole.some((form) => form.test(text))

/** A role that is missing is one of several causes then. */
const isEitherOr =
  /\b(?:found|exists?) or (?!(?:(?:was|has been|is) )?(?:deleted|removed|renamed)\b)|\bor (?:the |that |this |your )?(?:\w+ )?(?:does(?: not|n['’]t) exist|(?:was |is |can)?(?:not|n['’]t) (?:be )?found)/i

const failuresOf = (clause: Clause): readonly VendorFailure[] => forms.filter(({ is }) => is(clause)).map(({ failure }) => failure)

/** The words of Amazon S3, which other services write in lowercase, with its name in the same line or close by. */
const storageWords = /\bAccess Denied\b(?:(?<=(?:\bs3|\bAmazonS3)\b[\s\S]{0,200})|(?=[\s\S]{0,200}\b(?:S3|AmazonS3|S3_ERROR)\b))/

const storageHost = /\b[\w.-]{3,63}\.s3[.-][\w.-]{0,30}amazonaws\.com\b/i

const deniedAccess = /\b(?:access|permission) denied\b|\bforbidden\b/i

const isAlready = (words: string): boolean => already.some((form) => form.test(words))

const ofFailure = /\b(?:errors?|fail\w*|exception|denied)\b/i

/** A log that names what exists already, goes on with other steps, and fails later. */
function isPassed(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const at = lines.findLastIndex(isAlready)
  return at !== -1 && !ofFailure.test(lines[at] ?? '') && lines.findLastIndex((line) => ofFailure.test(line)) > at + 1
}

/** Messages of a product about the connection or a value, before it asks AWS. */
function rejectedInput(clauses: readonly string[], text: string): VendorFailure | null {
  if (clauses.some(isAlready) && !isPassed(text)) return 'already-connected'
  return clauses.some((clause) => valueComplaint.test(clause) && !otherThing.test(clause)) ? 'value' : null
}

/** Says in one phrase that the role couldn't be assumed, whatever else stands in the sentence. */
const failedAssumption =
  /\b(?:unable|fail\w*|could ?n[o'’]t|cannot|can['’]t|not (?:able|authorized|allowed)|denied|error|refused)\b[^\n]{0,30}\bassum\w+|\bassum\w+[^\n]{0,60}\b(?:failed|failure|denied|rejected|refused|error|unsuccessful|not authorized)\b/i

/** A program that ends in an error of its own says nothing of AWS, even where it was about to assume a role. */
function failureOfProgram(told: readonly string[], failure: VendorFailure | null): VendorFailure | null {
  if (failure === 'assume' && told.some((clause) => failedAssumption.test(clause))) return failure
  return failure === null || ['assume', 'role', 'connection'].includes(failure) ? 'program' : failure
}

function mostExact(told: readonly string[], isAboutAws: boolean): VendorFailure | null {
  const failures = told.map((clause) => failuresOf({ clause, isAboutAws }))
  if (told.some((clause, at) => failures[at]?.includes('role-not-found') && isEitherOr.test(clause))) return 'role'
  return forms.find((form) => failures.some((named) => named.includes(form.failure)))?.failure ?? null
}

/** The part of a failed connection that the text tells of in other words. */
function ofConnection(short: string, told: readonly string[], clauses: readonly string[]): VendorFailure | null {
  const ofProduct = productFailure(short)
  if (ofProduct !== null) return ofProduct
  if (
    storageWords.test(short) ||
    (storageHost.test(short) && deniedAccess.test(short)) ||
    (namedBuckets(short).length > 0 && told.some((clause) => deniedAccess.test(clause)))
  )
    return 'bucket'
  if (failedResource(told) !== null) return 'resource'
  if (isOfProgram(short)) return null
  return clauses.some((clause) => trustAdvice.test(clause)) ? 'trust' : 'connection'
}

/** A step with its result, which other texts have in one sentence. */
const failedStep =
  /\bassum\w*[ _]?(?:the )?(?:iam )?role\b[ \t]*(?:[:=–—-]|\.{2,})[ \t]*(?:access ?denied|denied|fail\w*|error|not authorized|forbidden|✖|✗|❌)|(?:✖|✗|✘|❌|\[FAIL(?:ED)?\])[ \t]*assum\w*[^\n]{0,20}\brole\b/i

/** More exact than a failed connection. */
function exactElsewhere(text: string): VendorFailure | null {
  const failure = failureElsewhere(text)
  return failure === 'connection' ? null : failure
}

/** An error of a program that AWS has no part in. */
function ofProgram(short: string, told: readonly string[], failure: VendorFailure | null): VendorFailure | null {
  const isOfRole = told.some((clause) => failedAssumption.test(clause))
  if (isUnreadAnswer(short) && !isOfRole) return 'answer'
  if (isProgramError(short)) return failureOfProgram(told, failure)
  return isErrorHidden(short) && !isOfRole ? 'hidden' : null
}

/** AWS denies the calls of Amazon EC2 with this code, and no call of AWS STS. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const ofEc2 = /\bUnauthorizedOperation\b/
const ofSts =
  /\b(?:unable|fail\w*|could ?n[o'’]t|cannot|can['’]t|not authorized)\b[^\n]{0,30}\bassum\w+|\bsts:AssumeRole\b|AssumeRole operation/i

function failureTold(short: string, clauses: readonly string[]): VendorFailure | null {
  const told = failedClauses(short)
  const isAboutAws = aboutAws.test(short.replaceAll('_', ' '))
  const failure = failedStep.test(short) ? 'assume' : mostExact(told, isAboutAws)
  const program = isAboutAws ? ofProgram(short, told, failure) : null
  if (program !== null) return program
  if (failure === 'connection') return exactElsewhere(short) ?? ofConnection(short, told, clauses)
  if (failure !== null) return failure
  return failureElsewhere(short) ?? (isAboutAws || isOfAwsAlone(short) ? productFailure(short, told.length > 0) : null)
}

/** The most exact failure that a sentence of the text tells; null where none does. */
export function vendorFailure(text: string): VendorFailure | null {
  const short = text.slice(0, longestText)
  const clauses = clausesOf(short)
  if (isServiceRole(short)) return 'service-role'
  const failure = rejectedInput(clauses, short) ?? (ofEc2.test(short) && !ofSts.test(short) ? null : failureTold(short, clauses))
  return failure === 'connection' && isOfOtherProgram(short) ? null : failure
}

const bucketNames =
  /\bs3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\b|\bbuckets?\b(?: named| name)?[ :=("'`“‘]{1,4}([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?=["'`”’):]|\s|$|\.(?:\s|$))|\bS3 Bucket \(([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\)/gi

/** The buckets that the text names. */
export function namedBuckets(text: string): readonly string[] {
  const all = [...text.slice(0, longestText).matchAll(bucketNames)].flatMap(([, quoted, bare, ofTerraform]) => {
    const named = quoted ?? ofTerraform ?? bare ?? null
    return named !== null && (bare === undefined || /[\d-]/.test(bare)) ? [named] : []
  })
  return [...new Set(all)]
}
