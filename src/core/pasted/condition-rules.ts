import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import { keepsVendorOut, mayKeepVendorOut, tp31, tp32, tp32Messages, tp33, tp35 } from '#core/rules/trust/caller-conditions.ts'
import { externalIdKey } from '#core/rules/trust/conditions.ts'
import { meets } from '#core/rules/trust/tried-calls.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { isMisspelled } from './external-id-rules.ts'
import { assumingVendor, type PastedRole } from './pasted-role.ts'
import { type CatalogFacts, ofCatalog, type PastedRule, pages, type Trusted, trusted } from './pasted-rule.ts'
import { placedPrincipals } from './trusted-principals.ts'

export const conditionMessages = messages('condition-rules', {
  'condition-service': {
    title: 'The condition requires a call from an AWS service',
    why: 'The caller is an application, not an AWS service.',
  },
  'condition-time': {
    title: 'The condition limits the time',
    why: 'Outside that time, the role can’t be assumed.',
  },
  'condition-region': {
    title: 'The condition requires a Region',
    why: 'The application may call STS in another Region.',
  },
  'condition-session-name': {
    title: 'The condition requires a session name',
    why: 'The vendor sets the session name.',
  },
  'condition-source-identity': {
    title: 'The condition requires a source identity',
    why: 'A call has a source identity only if the vendor sets one.',
  },
  'condition-further': {
    title: 'The trust policy has an additional condition',
    why: 'The application may not be able to meet it.',
  },
  moduleWritten: 'The Terraform module requires MFA, because role_requires_mfa is true.',
  moduleDefault: 'The Terraform module requires MFA, because role_requires_mfa is true by default.',
  moduleDetail: (why: string) => `${why} Set role_requires_mfa = false.`,
  sentence: (operator: string, key: string) =>
    `The trust policy has an additional condition, ${operator} on ${key}, that wasn’t requested.`,
  ofEveryone: (operator: string, key: string) =>
    `The principal is every AWS account, limited by ${operator} on ${key}, a condition that wasn’t requested.`,
  ofEveryoneDetail: (why: string, { externalId, ...plan }: Trusted & Pick<RolePlan, 'externalId'>) =>
    `${why} Don’t just remove it, because it limits who can assume the role. First name ${trusted(plan)} as the principal and require the external ID ${externalId}. Then remove it.`,
  detail: (why: string) => `${why} Remove it. If your company requires it, talk to the vendor.`,
  withoutId: (operator: string, key: string) =>
    `The trust policy has the condition ${operator} on ${key} in place of the external ID that was requested.`,
  withoutIdDetail: (why: string, { externalId }: Pick<RolePlan, 'externalId'>) =>
    `${why} It also doesn’t do what the external ID does: prove that the vendor acts for you and not for another customer. Replace it with StringEquals on sts:ExternalId ${externalId}. If your company requires it, talk to the vendor.`,
})

export const conditionTests = (pastedRole: PastedRole): readonly ConditionView[] =>
  assumingVendor(pastedRole).flatMap(({ conditions }) => conditions)

/** Their sentences say that AWS denies every call of the vendor. */
const alwaysDenied: readonly string[] = [tp31.id, tp32.id, tp35.id]

/** Those of statements that may keep the vendor out, but for what each of its calls meets. */
function unmetTests(pastedRole: PastedRole, keeps: typeof keepsVendorOut): readonly ConditionView[] {
  const { trust } = pastedRole
  if (trust === null) return []
  return assumingVendor(pastedRole)
    .filter((statement) => keeps(trust, statement))
    .flatMap((statement) => statement.conditions.filter((condition) => !meets(trust, statement, condition)))
}

type Own = Extract<keyof ReturnType<typeof conditionMessages.in>, `${string}-${string}`>

const own = (id: Own): CatalogFacts => ({
  id,
  source: pages.conditionKeys,
  messages: { in: (language) => conditionMessages.in(language)[id] },
})

type ExtraKeys = { readonly rule: CatalogFacts; readonly keys: readonly string[] }

/** Keys that no call of a vendor can have a matching value for, or that the customer cannot rely on. */
const extraKeys: readonly ExtraKeys[] = [
  { rule: tp32, keys: ['aws:multifactorauthpresent', 'aws:multifactorauthage'] },
  { rule: tp33, keys: ['aws:sourceip', 'aws:vpcsourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn'] },
  { rule: tp35, keys: ['aws:principalorgid', 'aws:principalorgpaths', 'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:resourceorgid'] },
  { rule: tp31, keys: ['aws:sourcearn', 'aws:sourceaccount'] },
  {
    rule: own('condition-service'),
    keys: [
      'aws:principalisawsservice',
      'aws:principalservicename',
      'aws:principalservicenameslist',
      'aws:viaawsservice',
      'aws:calledvia',
      'aws:calledviafirst',
      'aws:calledvialast',
    ],
  },
  { rule: own('condition-time'), keys: ['aws:currenttime', 'aws:epochtime', 'aws:tokenissuetime'] },
  { rule: own('condition-region'), keys: ['aws:requestedregion'] },
  { rule: own('condition-session-name'), keys: ['sts:rolesessionname'] },
  { rule: own('condition-source-identity'), keys: ['sts:sourceidentity', 'aws:sourceidentity'] },
]

/** The conditions that limit a principal that is everyone. */
const isOfEveryone = (test: ConditionView, pastedRole: PastedRole): boolean =>
  placedPrincipals(pastedRole).some(({ statement, principal }) => principal.kind === 'everyone' && statement.conditions.includes(test))

const isInPlaceOfId = (pastedRole: PastedRole): boolean =>
  !conditionTests(pastedRole).some((test) => test.keyName === externalIdKey || isMisspelled(test))

const onCondition = (rule: CatalogFacts, is: (test: ConditionView, pastedRole: PastedRole) => boolean): PastedRule => ({
  ...ofCatalog(rule),
  found: (pastedRole) => {
    const test = unmetTests(pastedRole, alwaysDenied.includes(rule.id) ? keepsVendorOut : mayKeepVendorOut).find((candidate) =>
      is(candidate, pastedRole),
    )
    if (test === undefined) return null
    const why: Text = (language) => rule.messages.in(language).why ?? ''
    if (isOfEveryone(test, pastedRole)) {
      const { plan } = pastedRole
      return {
        sentence: (language) => conditionMessages.in(language).ofEveryone(test.operator, test.key),
        detail: (language) => conditionMessages.in(language).ofEveryoneDetail(why(language), plan),
      }
    }
    if (isInPlaceOfId(pastedRole)) {
      const { plan } = pastedRole
      return {
        sentence: (language) => conditionMessages.in(language).withoutId(test.operator, test.key),
        detail: (language) => conditionMessages.in(language).withoutIdDetail(why(language), plan),
      }
    }
    return {
      sentence: (language) => conditionMessages.in(language).sentence(test.operator, test.key),
      detail: (language) => conditionMessages.in(language).detail(why(language)),
    }
  },
})

const known = [externalIdKey, ...extraKeys.flatMap(({ keys }) => keys)]

/** Every call of the vendor meets it. */
const isVendorsAccount = ({ keyName, operator, values }: ConditionView, { vendorAccountId }: RolePlan): boolean =>
  keyName === 'aws:principalaccount' && operator === 'StringEquals' && values.some(({ text }) => text === vendorAccountId)

const anyOther = onCondition(
  own('condition-further'),
  (test, { plan }) =>
    !isMisspelled(test) &&
    !isVendorsAccount(test, plan) &&
    !known.includes(test.keyName) &&
    (plan.applicationPrincipalArn === null || test.keyName !== 'aws:principalarn'),
)

/** A module's default is written nowhere in the text. */
const withModule = (mfa: PastedRule): PastedRule => ({
  ...mfa,
  found: (pastedRole) => {
    const source = pastedRole.role?.moduleMfa
    if (source === undefined) return mfa.found(pastedRole)
    return {
      sentence: (language) => conditionMessages.in(language)[source === 'default' ? 'moduleDefault' : 'moduleWritten'],
      detail: (language) => conditionMessages.in(language).moduleDetail(tp32Messages.in(language).why),
    }
  },
})

/** Conditions that the plan does not have. */
export const conditionRules: readonly PastedRule[] = [
  ...extraKeys
    .map(({ rule, keys }) => onCondition(rule, ({ keyName }) => keys.includes(keyName)))
    .map((rule) => (rule.id === tp32.id ? withModule(rule) : rule)),
  anyOther,
]
