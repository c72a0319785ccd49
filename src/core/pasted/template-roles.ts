import * as z from 'zod/mini'
import type { PolicyDocument } from '#core/policy/document.ts'
import { seemsTemplate } from '#core/rules/template/template-view.ts'
import { nestedRoles } from './nested-roles.ts'
import type { PastedFact, Proviso, RoleFact } from './pasted-fact.ts'
import { policyDocument } from './policy-facts.ts'
import { markedNames, withMarks, withoutMarks } from './template-value.ts'

const Default = z.union([z.string().check(z.minLength(1)), z.number()])
const Template = z.object({ Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))) })

/** An empty default is there to be overwritten. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function defaultsOf(template: unknown): ReadonlyMap<string, string> {
  const parsed = Template.safeParse(template)
  return new Map(
    Object.entries(parsed.data?.Parameters ?? {}).flatMap(([name, parameter]): [string, string][] => {
      const value = Default.safeParse(parameter.Default)
      return value.success ? [[name, String(value.data)]] : []
    }),
  )
}

type Settled = { readonly document: PolicyDocument; readonly proviso: Proviso | undefined }

function settled(document: PolicyDocument, defaults: ReadonlyMap<string, string>): Settled | null {
  const text = JSON.stringify(document)
  const names = markedNames(text)
  const meaning = (name: string) => JSON.stringify(defaults.get(name) ?? `\${${name}}`).slice(1, -1)
  const plain = policyDocument(withoutMarks(text, meaning))
  if (plain === null) return null
  const open = names.filter((name) => !defaults.has(name))
  const used = names.flatMap((name): [string, string][] => [[name, defaults.get(name) ?? '']]).filter(([name]) => defaults.has(name))
  const proviso: Proviso = { open, defaults: Object.fromEntries(used) }
  return { document: plain, proviso: names.length === 0 ? undefined : proviso }
}

function knownText(text: string | null | undefined, defaults: ReadonlyMap<string, string>): string | null {
  if (text === null || text === undefined || markedNames(text).some((name) => !defaults.has(name))) return null
  return withoutMarks(text, (name) => defaults.get(name) ?? '')
}

function roleOf(role: RoleFact, defaults: ReadonlyMap<string, string>): RoleFact {
  const trust = role.trustPolicy === null ? null : settled(role.trustPolicy, defaults)
  return {
    ...role,
    roleName: knownText(role.roleName, defaults),
    path: knownText(role.path, defaults),
    permissionsBoundary: knownText(role.permissionsBoundary, defaults) ?? undefined,
    trustPolicy: trust?.document ?? null,
    proviso: trust?.proviso,
  }
}

/** The roles of a CloudFormation template, with the defaults of its parameters, and what it leaves open by its name in braces. */
export function templateRoles(template: unknown): readonly PastedFact[] {
  const defaults = defaultsOf(template)
  return nestedRoles(withMarks(template)).flatMap((fact): PastedFact[] => {
    if (fact.kind === 'role') return [roleOf(fact, defaults)]
    const trust = fact.kind === 'trust-policy' ? settled(fact.document, defaults) : null
    return trust === null ? [] : [{ kind: 'trust-policy', ...trust }]
  })
}

/** A key with more below it, or the short form of a function. */
const yamlLine = /^(?:(?:- )?[A-Za-z]\w{0,60}:[ \t]*$|[ \t-]*[\w:]{1,100}: *!(?:Ref|Sub|GetAtt|Join)\b)/m

/** Whether a text means to be YAML, which a reader has to be loaded for. */
export const needsYaml = (text: string): boolean => !/^\s*[{[]/.test(text) && (seemsTemplate(text) || yamlLine.test(text))
