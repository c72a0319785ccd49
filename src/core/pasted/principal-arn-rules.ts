import { readUserArn } from '#core/aws/arn.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import { tp34Messages } from '#core/rules/trust/caller-conditions.ts'
import { admitsVendorAccount } from '#core/rules/trust/tried-calls.ts'
import { isSafe } from '#core/rules/trust-signature.ts'
import { messages } from '#core/text/messages.ts'
import { inList } from '#core/text/plural.ts'
import { conditionTests } from './condition-rules.ts'
import { assuming, type PastedRole, readTrust } from './pasted-role.ts'
import { type FamilyTexts, familyRule, type PastedRule, pages } from './pasted-rule.ts'
import { roleArnParts } from './role-shapes.ts'
import { isVendorAccount } from './trusted-principals.ts'

/** `wanted`: the ARNs of all roles of the application, or of its user. */
type Wanted = { readonly wanted: readonly string[] }
/** `closest`: the one that the value is most like. */
type ArnFacts = Wanted & { readonly value: string; readonly closest: string }

/** `isRight`: the vendor gets in, and no one without the external ID. `accountIn`, `idIn`: the names of open values. */
type MissingFacts = Wanted &
  Pick<RolePlan, 'vendorAccountId' | 'externalId'> & {
    readonly isUser: boolean
    readonly isRight: boolean
    readonly accountIn: string
    readonly idIn: string
  }

type DeniedFacts = Wanted & { readonly denied: readonly string[] }

const must = ({ wanted }: Wanted) =>
  wanted.length > 1
    ? `The condition ArnEquals on aws:PrincipalArn must list ${inList(wanted)}.`
    : `It must be ArnEquals with aws:PrincipalArn ${inList(wanted)}.`

export const principalArnMessages = messages('principal-arn-rules', {
  'principal-arn-case': {
    title: 'The condition on aws:PrincipalArn has different capitalization',
    sentence: ({ value, closest }: ArnFacts) =>
      `The condition on aws:PrincipalArn names ${value}, which differs from ${closest} only in capitalization.`,
    detail: must,
  },
  'principal-arn-path': {
    title: 'The condition on aws:PrincipalArn has a different path',
    sentence: ({ value, closest }: ArnFacts) =>
      `The condition on aws:PrincipalArn names ${value}, which has a different path than ${closest}.`,
    detail: must,
  },
  'principal-arn-other': {
    title: 'The condition on aws:PrincipalArn names a different role or user',
    sentence: ({ value, wanted }: ArnFacts) =>
      `The condition on aws:PrincipalArn names ${value}. ${wanted.length > 1 ? `The application’s roles are ${inList(wanted)}.` : `The application is ${inList(wanted)}.`}`,
    detail: must,
  },
  'principal-arn-incomplete': {
    title: 'The trust policy lacks a role of the application',
    sentence: ({ denied }: DeniedFacts) => `The application has several roles, and the trust policy doesn’t allow ${inList(denied)}.`,
    detail: must,
  },
  'principal-arn-operator': {
    title: 'aws:PrincipalArn is compared with a different operator',
    sentence: ({ operator }: { readonly operator: string; readonly wanted: readonly string[] }) =>
      `The application is compared with ${operator} instead of ArnEquals.`,
    detail: must,
  },
  'principal-arn-missing': {
    title: 'The trust policy isn’t limited to the application',
    sentence: ({ wanted, isRight }: MissingFacts) =>
      `${isRight ? 'The account and the external ID are right, but the' : 'The'} trust policy allows every role in the vendor account, not just ${inList(wanted)}.`,
    detail: ({ wanted, isRight }: MissingFacts) =>
      `The condition ArnEquals with aws:PrincipalArn ${inList(wanted)} is missing.${isRight ? ' The trust policy lets the vendor in without it.' : ''}`,
    open: {
      sentence: ({ accountIn, idIn, vendorAccountId, externalId }: MissingFacts) =>
        `The trust policy is right only if ${[
          ...(accountIn === '' ? [] : [`${accountIn} stands for account ${vendorAccountId}`]),
          ...(idIn === '' ? [] : [`${idIn} stands for the external ID ${externalId}`]),
        ].join(', and ')}.`,
      detail: ({ wanted }: MissingFacts) =>
        `It isn’t limited to ${inList(wanted)}. The condition ArnEquals with aws:PrincipalArn is missing, so every role in the account can assume the role.`,
    },
    user: {
      sentence: ({ wanted }: Wanted) => `The trust policy trusts the whole vendor account, not just the IAM user ${inList(wanted)}.`,
      detail: ({ wanted }: Wanted) =>
        `The vendor can assume the role, and so can other roles and users of its account. Trust only ${inList(wanted)}.`,
    },
  },
})

const principalTests = (pastedRole: PastedRole): readonly ConditionView[] =>
  pastedRole.plan.applicationPrincipalArn === null ? [] : conditionTests(pastedRole).filter(({ keyName }) => keyName === 'aws:principalarn')

/** `is` is asked of a value that is none of the application's. */
type ArnForm = Pick<PastedRule, 'suppressedBy'> & { readonly id: ArnRule; readonly is: (value: string, wanted: string) => boolean }

type ArnRule = 'TP34' | 'principal-arn-case' | 'principal-arn-path' | 'principal-arn-other'

/** One of them is a rule of the linter. */
const arnTexts: FamilyTexts<ArnRule, ArnFacts> = (language) => {
  const { title, found } = tp34Messages.in(language)
  return {
    ...principalArnMessages.in(language),
    TP34: {
      title,
      sentence: ({ closest }) => found(JSON.stringify(closest)),
      detail: principalArnMessages.in(language)['principal-arn-case'].detail,
    },
  }
}

type ArnParts = { readonly accountId: string; readonly path: string; readonly name: string }

function partsOf(arn: string): ArnParts | null {
  const [role, user] = [roleArnParts(arn), readUserArn(arn)]
  if (user !== null) return { accountId: user.accountId, path: user.path, name: `user/${user.userName}` }
  return role === null ? null : { accountId: role.accountId, path: role.path, name: `role/${role.roleName}` }
}

function hasOtherPath(value: string, wanted: string): boolean {
  const [found, expected] = [partsOf(value), partsOf(wanted)]
  if (found === null || expected === null) return false
  return found.name === expected.name && found.accountId === expected.accountId && found.path !== expected.path
}

const arnForms: readonly ArnForm[] = [
  { id: 'TP34', is: (value) => value.includes(':assumed-role/') },
  { id: 'principal-arn-case', is: (value, wanted) => value.toLowerCase() === wanted.toLowerCase() },
  {
    id: 'principal-arn-path',
    is: hasOtherPath,
  },
  {
    id: 'principal-arn-other',
    suppressedBy: ['TP34', 'principal-arn-case', 'principal-arn-path'],
    is: () => true,
  },
]

/** Also in the ARN of a session, where another name follows. */
const nameIn = (arn: string): string => (/:assumed-role\/([^/]+)/.exec(arn)?.[1] ?? arn.split('/').at(-1) ?? '').toLowerCase()

const arnRule = ({ is, ...rule }: ArnForm): PastedRule =>
  familyRule(arnTexts, {
    ...rule,
    part: 'trust-policy',
    source: `${pages.conditionKeys}#condition-keys-principalarn`,
    facts: (pastedRole) => {
      const roles = pastedRole.plan.applicationPrincipalArns
      const value = principalTests(pastedRole)
        .flatMap(({ values }) => values.map(({ text }) => text))
        .find((candidate) => !roles.includes(candidate) && roles.some((arn) => is(candidate, arn)))
      if (value === undefined) return null
      const closest = roles.find((arn) => is(value, arn) && nameIn(arn) === nameIn(value)) ?? roles.find((arn) => is(value, arn)) ?? ''
      return { value, wanted: roles, closest }
    },
  })

const equalOperators = ['ArnEquals', 'ArnLike', 'StringEquals']

const arnOperator = familyRule(principalArnMessages.in, {
  id: 'principal-arn-operator',
  part: 'trust-policy',
  source: pages.operators,
  facts: (pastedRole) => {
    const test = principalTests(pastedRole).find(({ operator }) => !equalOperators.includes(operator))
    return test === undefined ? null : { operator: test.operator, wanted: pastedRole.plan.applicationPrincipalArns }
  },
})

const missingTexts: FamilyTexts<'principal-arn-missing', MissingFacts> = (language) => {
  const { title, open, user, ...plain } = principalArnMessages.in(language)['principal-arn-missing']
  const texts = ({ isUser, accountIn, idIn }: MissingFacts) => {
    if (isUser) return user
    return accountIn === '' && idIn === '' ? plain : open
  }
  return {
    'principal-arn-missing': {
      title,
      sentence: (facts) => texts(facts).sentence(facts),
      detail: (facts) => texts(facts).detail(facts),
    },
  }
}

/** The values among these that the text leaves open. */
const openAmong = (names: readonly string[], texts: readonly string[]): string =>
  names.filter((name) => texts.some((text) => text.includes(`\${${name}}`))).join(', ')

function openValuesIn(pastedRole: PastedRole): Pick<MissingFacts, 'accountIn' | 'idIn'> {
  const { proviso, writtenTrust, plan } = pastedRole
  const names = (proviso?.open ?? []).filter((name) => !name.startsWith('AWS::'))
  const written = writtenTrust === null ? null : readTrust(writtenTrust, plan)
  const statements = written?.statements ?? []
  const principals = statements.flatMap((statement) => statement.principals.map(({ text }) => text))
  const ids = statements.flatMap(({ conditions }) => conditions.filter(({ keyName }) => keyName === 'sts:externalid'))
  const idTexts = ids.flatMap(({ values }) => values.map(({ text }) => text))
  return { accountIn: openAmong(names, principals), idIn: openAmong(names, idTexts) }
}

const arnMissing = familyRule(missingTexts, {
  id: 'principal-arn-missing',
  suppressedBy: ['TP22'],
  part: 'trust-policy',
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  facts: (pastedRole) => {
    const wanted = pastedRole.plan.applicationPrincipalArns
    const { trust } = pastedRole
    const isMissing = assuming(pastedRole).some(
      (statement) =>
        trust !== null &&
        statement.principals.some((principal) => isVendorAccount(pastedRole, principal)) &&
        !statement.conditions.some(({ keyName }) => keyName === 'aws:principalarn') &&
        admitsVendorAccount(trust, statement),
    )
    if (wanted.length === 0 || !isMissing) return null
    const { vendorAccountId, externalId, applicationUserArn } = pastedRole.plan
    return {
      wanted,
      vendorAccountId,
      externalId,
      isUser: applicationUserArn !== null,
      isRight: isSafe(trust?.signature ?? null),
      ...openValuesIn(pastedRole),
    }
  },
})

/** One role gets in, so nothing else is wrong with the statement. */
const arnIncomplete = familyRule(principalArnMessages.in, {
  id: 'principal-arn-incomplete',
  suppressedBy: ['TP34', 'principal-arn-case', 'principal-arn-path', 'principal-arn-other', 'template-variable', 'placeholder'],
  part: 'trust-policy',
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  facts: ({ trust, plan }) => {
    const denied = trust?.signature?.deniedRoles ?? []
    return denied.length === 0 ? null : { denied, wanted: plan.applicationPrincipalArns }
  },
})

/** How the condition names the application's roles. */
export const principalArnRules: readonly PastedRule[] = [...arnForms.map(arnRule), arnOperator, arnIncomplete, arnMissing]
