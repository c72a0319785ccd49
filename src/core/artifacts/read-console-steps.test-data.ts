import { section } from './read-template.test-data.ts'
import { type RoleFacts, sorted, tagsOf } from './role-facts.test-data.ts'

/** The text of each step by its title; a block of code in place of its fence. */
function steps(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^\d+\. \*\*(.+)\*\*$/m).slice(1)
  return new Map(parts.flatMap((title, index) => (index % 2 === 0 ? [[title, parts[index + 1] ?? '']] : [])))
}

const codeBlocks = (step: string | undefined): readonly string[] =>
  [...(step ?? '').matchAll(/^ {4}```\w+\n(.*?)\n {4}```$/gms)].map(([, text = '']) => text.replace(/^ {4}/gm, ''))

const codeBlock = (step: string | undefined): string | null => codeBlocks(step)[0] ?? null

/** From lines of a name and the ARN that ends in it. */
function arnsIn(text: string | undefined): readonly string[] {
  const lines = text === undefined ? [] : text.split('\n')
  return lines.map((line) => {
    const [, name, arn = ''] = /^(\S+) \((\S+)\)$/.exec(line) ?? []
    if (!arn.endsWith(`/${name}`)) throw new Error(`Another name: ${line}`)
    return arn
  })
}

const json = (step: string | undefined): unknown => JSON.parse(codeBlock(step) ?? 'null')

const found = (step: string | undefined, pattern: RegExp): string | null => pattern.exec(step ?? '')?.[1] ?? null

/** Null where the text says that the console cannot make this role. */
export function readConsoleSteps(text: string): RoleFacts | null {
  const read = steps(text)
  if (read.size === 0) return null
  const naming = read.get('Name and create the role')
  const permissions = read.get('Add the permissions policy')
  const [policies, managedBoundary] = codeBlocks(read.get('Add the managed policies of AWS'))
  return {
    accountId: String(found(read.get('Open the IAM console'), /\*\*Account ID\*\* is `([\d ]+)`/)).replaceAll(' ', ''),
    roleName: String(found(naming, /^ {4}\*\*Role name\*\*: `([^`]+)`$/m)),
    // What the console makes.
    path: '/',
    maxSessionDuration: Number(codeBlock(read.get('Set the maximum session duration')) ?? 3600),
    permissionsBoundary: managedBoundary ?? codeBlock(read.get('Skip permissions for now')),
    tags: tagsOf(Object.entries(section(json(naming) ?? {}))),
    trustPolicy: json(read.get('Set the trust policy')),
    policyName: found(permissions, /^ {4}\*\*Policy name\*\*: `([^`]+)`$/m),
    permissionsPolicy: json(permissions),
    managedPolicyArns: sorted(arnsIn(policies)),
  }
}
