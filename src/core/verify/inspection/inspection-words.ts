import { policyInPlainWords } from '#core/policy/plain-words.ts'
import { messages } from '#core/text/messages.ts'
import { type Grant, type Inspection, lacksPermissions, lacksRoles, missingGrants, tellsTrust, trustsMore } from './inspection.ts'
import type { OtherSetting } from './role-settings.ts'

export const inspectionMessages = messages('inspection', {
  title: 'The role’s own policies allow what was requested',
  unreadAction: (action: string) => `AWS denied reading the role (${action}). All other checks count as usual.`,
  unread: 'AWS denied reading the role. All other checks count as usual.',
  unclear: 'AWS gave no clear answer when we read the role. All other checks count as usual.',
  principals: (names: string) => `Also trusts: ${names}.`,
  externalIds: 'The trust policy lists another external ID.',
  otherRoles: 'Other roles or users in the vendor’s account can assume it.',
  maybeOtherRoles: 'Its conditions don’t tell whether other roles or users in the vendor’s account can assume it.',
  openRoles: (names: string) => `Can assume it without your external ID: ${names}.`,
  maybeOpenRoles: (names: string) => `Its conditions don’t tell whether these need your external ID to assume it: ${names}.`,
  retiredRoles: (names: string) => `Still trusts roles that the application no longer uses: ${names}.`,
  maybeRetiredRoles: (names: string) => `May still trust roles that the application no longer uses: ${names}.`,
  missing: (lines: string) => `Requested, but not allowed: ${lines}.`,
  missingRoles: (names: string) => `Roles of the application that can’t assume it: ${names}.`,
  added: (lines: string) => `Allowed, but not requested: ${lines}.`,
  denied: (lines: string) => `Denied by an additional statement: ${lines}.`,
  undenied: (lines: string) => `No longer denied: ${lines}.`,
  detached: (arns: string) => `Requested, but not attached: ${arns}.`,
  attached: (arns: string) => `Attached in addition: ${arns}.`,
  addedBoundary: (arn: string) =>
    `Permissions boundary that wasn’t requested: ${arn}. AWS denies what a boundary doesn’t allow, even if the role’s policies allow it. Remove it, or check that it allows the requested permissions.`,
  otherBoundary: (actual: string, requested: string) =>
    `Permissions boundary ${actual} instead of ${requested}. AWS denies what a boundary doesn’t allow, even if the role’s policies allow it. Set the requested one, or check that this one allows the requested permissions.`,
  missingBoundary: (arn: string) =>
    `Permissions boundary missing: ${arn}. Apart from your organization’s policies, only the role’s own limit what it can do. Set the boundary in IAM.`,
  shorterSession: (actual: number, requested: number) =>
    `Maximum session duration ${actual} seconds instead of ${requested}. AWS rejects requests for a longer session. Set it to ${requested} seconds.`,
  longerSession: (actual: number, requested: number) =>
    `Maximum session duration ${actual} seconds instead of ${requested}. Sessions can last longer than requested. Set it to ${requested} seconds.`,
  tags: (tags: string) =>
    `Tags that aren’t as requested: ${tags}. Policies that check these tags can treat the role differently. Set the requested values.`,
  missingTag: (key: string, requested: string) => `${key}=${requested} is missing`,
  otherTag: (key: string, actual: string, requested: string) => `${key}=${actual} instead of ${requested}`,
  on: (action: string, resource: string) => `${action} on ${resource}`,
  more: (count: number) => `${count} more`,
})

const shownMaximum = 5

/** The first ones, and how many more there are. */
export function listed(items: readonly string[], language: string): string {
  const more = items.length - shownMaximum
  return [...items.slice(0, shownMaximum), ...(more > 0 ? [inspectionMessages.in(language).more(more)] : [])].join(', ')
}

/** In plain words where we have them, and always with the names of AWS, which the policy has. */
function grantWords({ action, resource }: Grant, language: string): string {
  const exact = inspectionMessages.in(language).on(action, resource)
  if (/^Not/.test(action) || /^Not/.test(resource)) return exact
  const [words] = policyInPlainWords({ Statement: { Effect: 'Allow', Action: action, Resource: resource } }, language).can
  return words === undefined || words.includes(action) ? exact : `${words} (${exact})`
}

function unreadSentence({ outcome, action }: Inspection, language: string): string {
  const texts = inspectionMessages.in(language)
  if (outcome === 'unclear') return texts.unclear
  return action === undefined ? texts.unread : texts.unreadAction(action)
}

type Texts = ReturnType<typeof inspectionMessages.in>

function boundaryWords(requested: string | null, actual: string | null, texts: Texts): string {
  if (actual === null) return texts.missingBoundary(requested ?? '')
  return requested === null ? texts.addedBoundary(actual) : texts.otherBoundary(actual, requested)
}

function settingWords(setting: Exclude<OtherSetting, { kind: 'tag' }>, texts: Texts): string {
  if (setting.kind === 'permissions-boundary') return boundaryWords(setting.requested, setting.actual, texts)
  const { requested, actual } = setting
  return actual < requested ? texts.shorterSession(actual, requested) : texts.longerSession(actual, requested)
}

/** A boundary, a session duration, and all tags together, each with its consequence. */
function settingSentences(settings: readonly OtherSetting[], language: string): readonly string[] {
  const texts = inspectionMessages.in(language)
  const tags = settings.flatMap((setting) => {
    if (setting.kind !== 'tag') return []
    const { key, actual, requested } = setting
    return [actual === null ? texts.missingTag(key, requested) : texts.otherTag(key, actual, requested)]
  })
  return [
    ...settings.flatMap((setting) => (setting.kind === 'tag' ? [] : [settingWords(setting, texts)])),
    ...(tags.length === 0 ? [] : [texts.tags(listed(tags, language))]),
  ]
}

/** Every difference in words; empty for a role as planned. */
export function inspectionSentences(inspection: Inspection, language = 'en'): readonly string[] {
  const texts = inspectionMessages.in(language)
  const about = (items: readonly string[], text: (items: string) => string) => (items.length === 0 ? [] : [text(listed(items, language))])
  const {
    extraPrincipals,
    hasOtherExternalIds,
    trustsOtherRoles,
    maybeOtherRoles = false,
    openRoles = [],
    maybeOpenRoles = [],
    retiredRoles = [],
    maybeRetiredRoles = [],
    missingRoles = [],
    added,
    denied,
    undenied = [],
    attachedPolicies,
    detachedPolicies = [],
  } = inspection
  if (inspection.outcome !== 'read') return [unreadSentence(inspection, language), ...about(missingRoles, texts.missingRoles)]
  const words = (grants: readonly Grant[]) => grants.map((grant) => grantWords(grant, language))
  return [
    ...about(extraPrincipals, texts.principals),
    ...(hasOtherExternalIds ? [texts.externalIds] : []),
    ...about(openRoles, texts.openRoles),
    ...about(maybeOpenRoles, texts.maybeOpenRoles),
    ...(trustsOtherRoles ? [texts.otherRoles] : []),
    ...(maybeOtherRoles && !trustsOtherRoles ? [texts.maybeOtherRoles] : []),
    ...about(
      retiredRoles.filter((role) => !maybeRetiredRoles.includes(role)),
      texts.retiredRoles,
    ),
    ...about(maybeRetiredRoles, texts.maybeRetiredRoles),
    ...about(missingRoles, texts.missingRoles),
    ...about(words(missingGrants(inspection)), texts.missing),
    ...about(detachedPolicies, texts.detached),
    ...about(words(added), texts.added),
    ...about(words(denied), texts.denied),
    ...about(words(undenied), texts.undenied),
    ...about(attachedPolicies, texts.attached),
    ...settingSentences(inspection.otherSettings ?? [], language),
  ]
}

/** Additional permissions and other settings are told, and are for the customer to judge: neither lets anyone in. */
export function inspectionState(inspection: Inspection): 'passed' | 'failed' | 'unknown' {
  if (inspection.outcome !== 'read') return 'unknown'
  if (trustsMore(inspection) || lacksRoles(inspection) || lacksPermissions(inspection)) return 'failed'
  return tellsTrust(inspection) ? 'passed' : 'unknown'
}
