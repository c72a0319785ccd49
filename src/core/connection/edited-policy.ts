import * as z from 'zod/mini'
import type { Partition } from '#core/aws/partition.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { tp45, tp46 } from '#core/policy/form/condition-operator-rules.ts'
import { tp37, tp38, tp44 } from '#core/policy/form/document-rules.ts'
import { lintText } from '#core/policy/form/lint-text.ts'
import { pp22Principal, pp23TooLong, pp32Effect, pp33IncompleteStatement } from '#core/policy/form/permissions-form-rules.ts'
import type { Path } from '#core/policy/form/rule.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { policyView, type StatementView } from '#core/policy/policy-view.ts'
import { PermissionChoice, permissionChoice } from './permission-choice.ts'
import type { Vendor } from './vendor.ts'

type EditedPolicyCode =
  | 'permissions-policy-form'
  | 'permissions-policy-incomplete'
  | 'permissions-policy-principal'
  | 'permissions-policy-too-long'
  | 'permissions-policy-characters'
  | 'permissions-policy-sid'
  | 'permissions-policy-action'
  | 'permissions-policy-resource'
  | 'permissions-policy-condition'

/** `path` as in a finding of the linter: from the top of the document. */
type EditedPolicyFault = { readonly path: Path; readonly code: EditedPolicyCode }

export type EditedPolicyReading =
  | { readonly kind: 'policy'; readonly policy: PolicyDocument }
  | { readonly kind: 'refused'; readonly faults: readonly EditedPolicyFault[] }

/** The rules whose errors AWS refuses a document for; so it does for every error of the syntax. */
const refusing: ReadonlyMap<string, EditedPolicyCode> = new Map([
  [pp22Principal.id, 'permissions-policy-principal'],
  [pp23TooLong.id, 'permissions-policy-too-long'],
  [pp32Effect.id, 'permissions-policy-incomplete'],
  [pp33IncompleteStatement.id, 'permissions-policy-incomplete'],
  [tp37.id, 'permissions-policy-characters'],
  [tp38.id, 'permissions-policy-sid'],
  [tp44.id, 'permissions-policy-sid'],
  [tp45.id, 'permissions-policy-condition'],
  [tp46.id, 'permissions-policy-condition'],
])
const rules = [pp22Principal, pp23TooLong, pp32Effect, pp33IncompleteStatement, tp37, tp38, tp44, tp45, tp46]

/** Errors of policies that AWS takes: they grant less than their author may have meant, which is the author's to decide. */
export const narrowingRules: readonly string[] = ['PP16', 'PP17', 'PP19', 'PP25']

function lintFaults(text: string): EditedPolicyFault[] {
  const findings = lintText(text, { language: 'en', rules, subject: (view) => ({ ...view, context: { attachment: 'inline' as const } }) })
  return findings.map(({ rule, path }) => ({ path, code: refusing.get(rule) ?? 'permissions-policy-form' }))
}

const version = /^20(12-10|08-10)-17$/

/** A prefix and a name. Two colons stand in no key, but in the functions of CloudFormation. */
const conditionKey = /^[\w./-]+:(?!:)./
/** `*:*` too is every action. */
const action = /^(\*+(?::\*+)?|[\w-]+:[\w*?]+)$/

/** One wildcard may stand for several fields. */
const mayBeResource = (text: string): boolean =>
  text === '*' || (text.startsWith('arn:') && (text.split(':').length >= 6 || /[*?$]/.test(text)))

/** IAM rejects these with MalformedPolicyDocument. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
function grammarFaults({ texts, element, path }: StatementView): EditedPolicyFault[] {
  const conditions = element('Condition')
  const operators = conditions?.kind === 'object' ? conditions.members : []
  const keys = operators.flatMap(({ value }) => (value.kind === 'object' ? value.members : []))
  const isConditionWrong = keys.some(({ key }) => !conditionKey.test(key.value))
  return [
    ...[...texts('Action'), ...texts('NotAction')]
      .filter(({ text }) => !action.test(text))
      .map((placed) => ({ path: placed.path, code: 'permissions-policy-action' as const })),
    ...[...texts('Resource'), ...texts('NotResource')]
      .filter(({ text }) => !mayBeResource(text))
      .map((placed) => ({ path: placed.path, code: 'permissions-policy-resource' as const })),
    ...(isConditionWrong ? [{ path: [...path, 'Condition'], code: 'permissions-policy-condition' as const }] : []),
  ]
}

function documentFaults(text: string): EditedPolicyFault[] {
  const { root } = readJson(text)
  if (root === null) return [{ path: [], code: 'permissions-policy-form' }]
  const view = policyView(text, root)
  const isVersionKnown = view.version === null || version.test(view.version)
  return [
    ...(isVersionKnown ? [] : [{ path: ['Version'], code: 'permissions-policy-form' as const }]),
    ...view.statements.flatMap(grammarFaults),
  ]
}

function parsedPolicy(text: string): EditedPolicyReading {
  const parsed = PolicyDocument.safeParse(JSON.parse(text))
  if (parsed.success) return { kind: 'policy', policy: parsed.data }
  return { kind: 'refused', faults: [{ path: [], code: 'permissions-policy-form' }] }
}

/**
 * The permissions policy that a customer edited, as text. Refused is what AWS would refuse. A policy that grants less
 * than the vendor asks for, or more, is the customer's own decision; the linter and the plain words say which it is.
 */
export function readEditedPolicy(text: string): EditedPolicyReading {
  const found = lintFaults(text)
  const faults = found.some(({ code }) => code === 'permissions-policy-form') ? found : [...found, ...documentFaults(text)]
  return faults.length > 0 ? { kind: 'refused', faults } : parsedPolicy(text)
}

/** The wire form: a document, or the text of one. A text is judged as it was typed, so that a name that stands twice is seen. */
export const EditedPolicyRequest = z.union([z.string(), z.record(z.string(), z.unknown())], { error: 'permissions-policy-form' })

type Edited = {
  /** Absent where nothing was edited, or where AWS would refuse it. */
  readonly value?: PolicyDocument
  readonly faults: readonly { readonly path: readonly string[]; readonly code: EditedPolicyCode }[]
}

/** A document that is nested by the thousand has no text: no policy is. */
function textOf(document: object): string {
  try {
    return JSON.stringify(document)
  } catch {
    return ''
  }
}

export function editedPolicyOf(given: z.output<typeof EditedPolicyRequest> | undefined): Edited {
  if (given === undefined) return { faults: [] }
  const reading = readEditedPolicy(typeof given === 'string' ? given : textOf(given))
  if (reading.kind === 'policy') return { value: reading.policy, faults: [] }
  return { faults: reading.faults.map(({ path, code }) => ({ path: path.map(String), code })) }
}

/**
 * The part of a connection that can change: the chosen permission sets, and with them the edited policy. An edit is of the
 * policy that certain sets made, so it does not outlive them: without one in the same change the sets make the policy again.
 */
export const PermissionsChange = z.object({ permissions: PermissionChoice, permissionsPolicy: z.optional(PolicyDocument) })
export type PermissionsChange = z.infer<typeof PermissionsChange>

/** The wire form of `PUT /api/connections/:id/permissions`, parsed against the vendor's config. */
export function permissionsChange(vendor: Vendor, partition?: Partition) {
  const request = z.object(
    { permissions: permissionChoice(vendor, partition), permissionsPolicy: z.optional(EditedPolicyRequest) },
    { error: 'permissions-invalid' },
  )
  return z.pipe(
    request,
    z.transform(({ permissions, permissionsPolicy }, context): PermissionsChange => {
      const policy = editedPolicyOf(permissionsPolicy)
      for (const { path, code } of policy.faults)
        context.issues.push({ code: 'custom', message: code, path: ['permissionsPolicy', ...path], input: permissionsPolicy })
      return { permissions, ...(policy.value === undefined ? {} : { permissionsPolicy: policy.value }) }
    }),
  )
}
