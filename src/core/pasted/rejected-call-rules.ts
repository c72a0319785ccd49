import { messages } from '#core/text/messages.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

type ValueFacts = PlanFacts & {
  /** Empty where the message doesn't quote it. */
  readonly value: string
  /** In AWS's words, for example `roleName`. */
  readonly parameter: string
  readonly limit: Limit
  readonly constraint: string
}

export type Limit = { readonly kind: 'longer' | 'shorter' | 'above' | 'below' | 'characters' | 'other'; readonly bound: string }

type NameFacts = PlanFacts & { readonly name: string }

type CallFacts = { readonly operation: string; readonly message: string }

function limitWords({ kind, bound }: Limit, constraint: string): string {
  const words: Readonly<Record<Limit['kind'], string>> = {
    longer: `It can have at most ${bound} characters.`,
    shorter: bound === '1' ? 'It’s empty.' : `It needs at least ${bound} characters.`,
    above: `It can be at most ${bound}.`,
    below: `It must be at least ${bound}.`,
    characters: 'It has a character or a form that AWS doesn’t allow.',
    other: `AWS said: ${constraint}`,
  }
  return words[kind]
}

export const rejectedCallMessages = messages('rejected-call-rules', {
  'creation-value-refused': {
    title: 'AWS rejects a value of the call',
    sentence: ({ value, parameter, limit, constraint }: ValueFacts) =>
      `AWS rejected the value ${value === '' ? '' : `${value} `}of ${parameter}. ${limitWords(limit, constraint)}`,
    detail: ({ parameter, roleName }: ValueFacts) =>
      parameter === 'roleName'
        ? `The role of this connection is named ${roleName}. Use that name.`
        : 'Correct the value in the command, the template, or the program. AWS changed nothing.',
  },
  'creation-boundary-unknown': {
    title: 'The permissions boundary doesn’t exist',
    sentence: ({ name }: NameFacts) => `AWS can’t find the permissions boundary ${name}, or it can’t be used as one.`,
    detail: ({ account, permissionsBoundary }: NameFacts) =>
      `A boundary is a managed policy of AWS or of the same account, and must exist first. ${permissionsBoundary === null ? 'This connection has none, so leave it out unless your company requires it.' : `For this connection, it’s ${permissionsBoundary} in account ${account}.`}`,
  },
  'role-not-visible-yet': {
    title: 'IAM doesn’t show a new role everywhere yet',
    sentence: 'Terraform couldn’t find the role right after it created it.',
    detail:
      'IAM needs a few seconds until a new role is known everywhere. Run terraform apply again. If it then says that the role already exists, import the role with terraform import. The trust policy isn’t the cause.',
  },
  'role-protected': {
    title: 'AWS doesn’t let anyone change this role',
    sentence: ({ name }: NameFacts) => `The role ${name} wasn’t changed, because only AWS can change it.`,
    detail: ({ roleName }: NameFacts) =>
      `IAM Identity Center and other services own such roles. More permissions don’t help. Leave that role as it is, and create the role ${roleName} for this connection.`,
  },
  'service-role-exists': {
    title: 'The service-linked role already exists',
    sentence: ({ name }: NameFacts) => `The service-linked role ${name} wasn’t created, because the account already has it.`,
    detail: ({ roleName }: NameFacts) =>
      `An account has it only once, so remove it from the template or the program, or import it. Don’t delete it. This says nothing about ${roleName}.`,
  },
  'terraform-stopped': {
    title: 'Terraform stopped before it called AWS',
    sentence: ({ message }: CallFacts) => `Terraform stopped before it called AWS. It said: ${message}`,
    detail: 'Correct the configuration, and run Terraform again. This says nothing about a role in AWS.',
  },
  'call-rejected': {
    title: 'AWS rejected a call that changes a role or a stack',
    sentence: ({ operation, message }: CallFacts) =>
      `AWS rejected ${operation === '' ? 'a call' : `the call ${operation}`}. AWS said: ${message}`,
    detail: 'This call changed nothing. Correct what the message names, and try again. It doesn’t show whether the role can be assumed.',
  },
})

const refused = /(?:Value '([^'\n]{0,400})'|Value) at '([\w.]{1,80})' failed to satisfy constraint: (?:\[)?(Member must [^\n]{1,300})/

/** Parameters of the role, its policies and its tags. Those of a stack, and those of AssumeRole, have rules of their own. */
const parameters =
  /^(?:roleName|path|description|maxSessionDuration|assumeRolePolicyDocument|policyDocument|policyName|policyArn|permissionsBoundary|instanceProfileName|tags\b.*)$/

const bounds: readonly (readonly [kind: Limit['kind'], pattern: RegExp])[] = [
  ['longer', /length less than or equal to (\d+)/],
  ['shorter', /length greater than or equal to (\d+)/],
  ['above', /value less than or equal to (\d+)/],
  ['below', /value greater than or equal to (\d+)/],
  ['characters', /satisfy regular expression/],
]

function limitIn(constraint: string): Limit {
  for (const [kind, pattern] of bounds) {
    const found = pattern.exec(constraint)
    if (found !== null) return { kind, bound: Number(found[1] ?? 0).toLocaleString('en-US') }
  }
  return { kind: 'other', bound: '' }
}

/** IAM's own checks. */
const invalid = /The specified value for (\w{1,60}) is invalid\.?\s*([^\n]{0,300})/

const reasonGiven = (constraint: string): string => asSentence(constraint.replace(/\s*\((?:Service|SDK)\b.*$/s, ''))

const valueRefused = familyRule(rejectedCallMessages.in, {
  id: 'creation-value-refused',
  part: 'finding',
  source: pages.createRole,
  facts: ({ reasons, plan }) => {
    const [, checked, said = ''] = reasons.map((reason) => invalid.exec(reason)).find((match) => match !== null) ?? []
    const ofCheck: Limit = { kind: 'other', bound: '' }
    if (checked !== undefined) return { ...planFacts(plan), value: '', parameter: checked, limit: ofCheck, constraint: reasonGiven(said) }
    const found = reasons.map((reason) => refused.exec(reason)).find((match) => match !== null && parameters.test(match[2] ?? ''))
    const [, value = '', parameter, constraint] = found ?? []
    if (parameter === undefined || constraint === undefined) return null
    return { ...planFacts(plan), value, parameter, limit: limitIn(constraint), constraint: reasonGiven(constraint) }
  },
})

const named = (id: 'role-protected' | 'service-role-exists' | 'creation-boundary-unknown', pattern: RegExp, source: string): PastedRule =>
  familyRule(rejectedCallMessages.in, {
    id,
    part: 'finding',
    source,
    facts: ({ reasons, plan }) => {
      const [, name] = reasons.map((reason) => pattern.exec(reason)).find((match) => match !== null) ?? []
      return name === undefined ? null : { ...planFacts(plan), name }
    },
  })

const stopped = familyRule(rejectedCallMessages.in, {
  id: 'terraform-stopped',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/introduction.html',
  facts: ({ errors }) => {
    const error = errors.find(({ code }) => code === 'TerraformStopped')
    return error === undefined ? null : { operation: '', message: asSentence(error.message) }
  },
})

const notVisible = familyRule(rejectedCallMessages.in, {
  id: 'role-not-visible-yet',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html',
  facts: ({ errors }) => (errors.some(({ code }) => code === 'NotVisibleYet') ? {} : null),
})

/** Codes that IAM and CloudFormation have for a call that changes something. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html#API_CreateRole_Errors */
const changeCodes =
  /^(?:EntityAlreadyExists|AlreadyExists|ConcurrentModification|DeleteConflict|EntityTemporarilyUnmodifiable|InvalidInput|PolicyNotAttachable|UnmodifiableEntity|LimitExceeded|InvalidOperation|OperationInProgress|NameAlreadyExists|StackSetNotEmpty|StackSetNotFound|StaleRequest|TokenAlreadyExists|CreatedButModified)(?:Exception)?$/

const changes =
  /^(?:IAM |CloudFormation )?(?:Create|Update|Put|Attach|Detach|Delete|Tag|Untag|Add|Remove|Execute|Set|Import)\w*(?:Role|Policy|PolicyVersion|Stack|StackSet|StackInstances|ChangeSet|InstanceProfile|PermissionsBoundary|ToRole|FromRole|PolicyDocument)s?$/

const isChange = ({ code, operation, message }: ErrorTextFact): boolean =>
  message.split(' ').length > 2 && (operation === null ? changeCodes.test(code ?? '') : changes.test(operation))

const rejected = familyRule(rejectedCallMessages.in, {
  id: 'call-rejected',
  part: 'finding',
  source: pages.createRole,
  facts: ({ errors }) => {
    const error = errors.find(isChange)
    return error === undefined ? null : { operation: error.operation ?? '', message: asSentence(error.message) }
  },
})

/** Exact messages of AWS, or of a tool before it, about a call that changes something. */
export const rejectedCallRules: readonly PastedRule[] = [
  valueRefused,
  named(
    'role-protected',
    /protected role '([\w+=,.@-]{1,64})'/,
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocreatepermissionset.html',
  ),
  named(
    'service-role-exists',
    /Service role name (\w{1,64}) has been taken/,
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
  ),
  named('creation-boundary-unknown', /Scope ARN: (arn:\S{1,400}) does not exist/, pages.boundaries),
  notVisible,
  stopped,
]

/** If no other rule knows the message, its own words tell most. */
export const lastRejectedCallRules: readonly PastedRule[] = [rejected]
