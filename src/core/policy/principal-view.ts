import type { Path } from './form/finding.ts'
import { memberOf } from './json/json-node.ts'
import { placedTexts, type StatementView } from './policy-view.ts'

export type PrincipalKind = 'everyone' | 'account' | 'role' | 'user' | 'session' | 'unique-id' | 'wildcard' | 'other'

/** One text below `AWS` in a `Principal`. */
export type PrincipalView = {
  readonly text: string
  readonly path: Path
  readonly kind: PrincipalKind
  readonly partition: string | null
  readonly accountId: string | null
  /** Of a role or of a session's role, without its path where the ARN has none. */
  readonly roleArn: string | null
}

const nobody = { partition: null, accountId: null, roleArn: null }

const arn = /^arn:([^:]*):(iam|sts)::(\d{12}):(root$|role\/|user\/|assumed-role\/)(.*)$/s

const kindOfResource: Readonly<Record<string, PrincipalKind>> = {
  root: 'account',
  'role/': 'role',
  'user/': 'user',
  'assumed-role/': 'session',
}

function arnPrincipal(text: string): Omit<PrincipalView, 'text' | 'path'> {
  const [, partition = '', service, accountId = '', type = '', name = ''] = arn.exec(text) ?? []
  const kind = Object.hasOwn(kindOfResource, type) ? kindOfResource[type] : undefined
  if (kind === undefined || (kind === 'session') !== (service === 'sts')) return { kind: 'other', ...nobody }
  const role = kind === 'session' ? name.split('/')[0] : name
  return {
    kind,
    partition,
    accountId,
    roleArn: kind === 'role' || kind === 'session' ? `arn:${partition}:iam::${accountId}:role/${role}` : null,
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function readPrincipal(text: string): Omit<PrincipalView, 'text' | 'path'> {
  if (text === '*') return { kind: 'everyone', ...nobody }
  if (/^\d{12}$/.test(text)) return { kind: 'account', ...nobody, accountId: text }
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  if (/^(AROA|AIDA)[A-Z0-9]+$/.test(text)) return { kind: 'unique-id', ...nobody }
  if (/[*?]/.test(text)) return { kind: 'wildcard', ...nobody }
  return arnPrincipal(text)
}

/** The AWS principals that a statement names. */
export function awsPrincipals({ element, path }: StatementView): readonly PrincipalView[] {
  const aws = memberOf(element('Principal'), 'AWS')?.value
  return placedTexts(aws, [...path, 'Principal', 'AWS']).map(({ text, path: at }) => ({ text, path: at, ...readPrincipal(text) }))
}
