import { rule } from '#core/policy/form/rule.ts'
import type { JsonNode } from '#core/policy/json/json-node.ts'
import { type PlacedText, placedTexts } from '#core/policy/policy-view.ts'
import { messages, type Text, verbatim } from '#core/text/messages.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'

export const pp29Messages = messages('PP29', {
  title: 'A managed policy that grants too much',
  what: 'AWS’s own `ReadOnlyAccess`, `PowerUserAccess`, or `AdministratorAccess` on the role, or a copy of it.',
  why: 'They’re made for people in your company. ReadOnlyAccess sounds harmless, but includes `s3:GetObject` on `*`.',
  todo: 'Use `job-function/ViewOnlyAccess` or `SecurityAudit`, which read settings but no data, and add a small policy for the rest.',
  administrator: 'grants access to the whole account',
  powerUser: 'grants everything except managing IAM and the organization',
  readOnly: 'can read all data, including every object in every bucket',
  found: (name: string, gives: string) => `${name} ${gives}. Use ViewOnlyAccess or SecurityAudit, and a small policy for the rest.`,
})

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html and the pages of the others */
const whatItGives: Readonly<Record<string, Text>> = {
  AdministratorAccess: (language) => pp29Messages.in(language).administrator,
  PowerUserAccess: (language) => pp29Messages.in(language).powerUser,
  ReadOnlyAccess: (language) => pp29Messages.in(language).readOnly,
}

const managedPolicyArn = /^arn:aws[a-z-]*:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|ReadOnlyAccess)$/

const nameIn = (text: string): string | undefined => managedPolicyArn.exec(text)?.[1]

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
      message: (language) => pp29Messages.in(language).found(name, (whatItGives[name] ?? verbatim(''))(language)),
      path,
    }))
  },
)
