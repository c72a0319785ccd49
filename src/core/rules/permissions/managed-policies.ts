import type { Vendor } from '#core/connection/vendor.ts'
import type { ConfigFinding } from '#core/connection/vendor-config/config-finding.ts'
import { rule } from '#core/policy/form/rule.ts'
import type { JsonNode } from '#core/policy/json/json-node.ts'
import { type PlacedText, placedTexts } from '#core/policy/policy-view.ts'
import { messages, type Text } from '#core/text/messages.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'

export const pp29Messages = messages('PP29', {
  title: 'A managed policy that grants too much',
  what: 'AWS’s own `ReadOnlyAccess`, `PowerUserAccess`, `AdministratorAccess`, or a policy such as `AmazonS3FullAccess` on the role, or a copy of one of the first two.',
  why: 'They’re made for people in your company. ReadOnlyAccess sounds harmless, but includes `s3:GetObject` on `*`.',
  todo: 'Use `job-function/ViewOnlyAccess` or `SecurityAudit`, which read settings but no data, and add a small policy for the rest.',
  administrator: 'grants access to the whole account',
  powerUser: 'grants everything except managing IAM and the organization',
  readOnly: 'can read all data, including every object in every bucket',
  iam: 'can give every permission to itself and others',
  service: 'can do everything in its service, on every resource',
  found: (name: string, gives: string) => `${name} ${gives}. Use ViewOnlyAccess or SecurityAudit, and a small policy for the rest.`,
})

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html and the pages of the others */
const whatItGives: Readonly<Record<string, Text>> = {
  AdministratorAccess: (language) => pp29Messages.in(language).administrator,
  PowerUserAccess: (language) => pp29Messages.in(language).powerUser,
  ReadOnlyAccess: (language) => pp29Messages.in(language).readOnly,
  IAMFullAccess: (language) => pp29Messages.in(language).iam,
}

const managedPolicyArn =
  /^arn:(?:aws[a-z-]*|\{\{partition\}\}):iam::aws:policy\/(AdministratorAccess|PowerUserAccess|ReadOnlyAccess|(?:[\w-]+\/)?\w+FullAccess)$/

const nameIn = (text: string): string | undefined => managedPolicyArn.exec(text)?.[1]?.split('/').at(-1)

const givesText = (name: string): Text => whatItGives[name] ?? ((language) => pp29Messages.in(language).service)

const foundText =
  (name: string): Text =>
  (language) =>
    pp29Messages.in(language).found(name, givesText(name)(language))

/** Why a managed policy is too much for the role of a vendor; null where nothing is known against it. */
export function tooBroadPolicy(arn: string): { readonly message: Text; readonly why: Text; readonly gives: Text } | null {
  const name = nameIn(arn)
  return name === undefined ? null : { message: foundText(name), why: (language) => pp29Messages.in(language).why, gives: givesText(name) }
}

function textsBelow(node: JsonNode, path: readonly (string | number)[]): readonly PlacedText[] {
  if (node.kind === 'object') return node.members.flatMap(({ key, value }) => textsBelow(value, [...path, key.value]))
  if (node.kind === 'list') return node.items.flatMap((item, index) => textsBelow(item, [...path, index]))
  return placedTexts(node, path)
}

/** ARNs in addition to the statements, from a complete role or template. */
function attachedHere({ root }: PermissionsSubject): readonly PlacedText[] {
  if (root.kind !== 'object') return []
  return root.members.filter(({ key }) => key.value !== 'Statement').flatMap(({ key, value }) => textsBelow(value, [key.value]))
}

/** The policies themselves are known by what AWS writes in them. */
function copied(subject: PermissionsSubject): { readonly name: string; readonly path: readonly (string | number)[] }[] {
  return statementsOf(subject, 'Allow').flatMap((statement) => {
    const sid = statement.element('Sid')
    const isReadOnly = sid?.kind === 'text' && /^ReadOnlyActions(Group\d+)?$/.test(sid.value)
    if (isReadOnly) return [{ name: 'ReadOnlyAccess', path: [...statement.path, 'Sid'] }]
    const excepted = statement.texts('NotAction').map(({ text }) => text)
    const isPowerUser = excepted.length === 3 && ['iam:*', 'organizations:*', 'account:*'].every((action) => excepted.includes(action))
    return isPowerUser ? [{ name: 'PowerUserAccess', path: [...statement.path, 'NotAction'] }] : []
  })
}

export const pp29BroadManagedPolicy: PermissionsRule = rule(
  pp29Messages,
  'high',
  'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html',
  (subject) => {
    const attached = (subject.context.attachedPolicyArns ?? []).map((text) => ({ text, path: [] }))
    const named = [...attached, ...attachedHere(subject)].flatMap(({ text, path }) => {
      const name = nameIn(text)
      return name === undefined ? [] : [{ name, path }]
    })
    return [...named, ...copied(subject)].map(({ name, path }) => ({
      message: foundText(name),
      path,
    }))
  },
)

/** Managed policies that give a vendor too much, whatever the partition. */
export const managedPolicyFindings = ({ permissionSets }: Vendor, language: string): readonly ConfigFinding[] =>
  permissionSets.flatMap(({ managedPolicyArns }, set) =>
    managedPolicyArns.flatMap((arn, index): ConfigFinding[] => {
      const found = tooBroadPolicy(arn)
      if (found === null) return []
      const message = `${found.message(language)} ${found.why(language)}`
      return [{ severity: 'warning', path: ['permissionSets', set, 'managedPolicyArns', index], message }]
    }),
  )
