import type { Severity } from '#core/policy/form/rule.ts'
import type { Permission, PermissionDifference } from '#core/policy/permission-difference.ts'
import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'

/** The editor of the permissions policy; the findings have their texts in the core. */
export const policyEditorMessages = messages('policy-editor', {
  title: 'Permissions policy',
  edit: 'Edit this policy',
  done: 'Done',
  /** The vendor's policy isn't complete before these fields are filled in. */
  first: (fields: readonly string[]) => `To edit this policy, first enter: ${fields.join(', ')}.`,
  loadFailed: 'The editor didn’t load. Check your connection and try again. Your input is saved.',
  edited: 'Edited policy',
  editedMeaning: 'Your edits are used everywhere. The permission options no longer change it.',
  reset: (vendor: string) => `Reset to ${vendor}’s policy`,
  refused: (place: { readonly line: number; readonly column: number } | null, message: string) =>
    place === null ? `Permissions policy: ${message}` : `Permissions policy, line ${place.line}, column ${place.column}: ${message}`,
  broken: 'Fix the JSON to see a summary.',
  brokenAt: (line: number, column: number, message: string) => `Line ${line}, column ${column}: ${message}`,
  findings: {
    title: 'Issues',
    none: 'No issues found',
    count: (count: number) => plural('en', count, { one: '# issue', other: '# issues' }),
    place: (line: number, column: number) => `Line ${line}, column ${column}`,
    whole: 'The whole policy',
    fix: 'Fix',
    fixName: (problem: string) => `Fix: ${problem}`,
    more: (count: number) => plural('en', count, { other: 'And # more.' }),
  },
  confirmation: {
    question: (vendor: string, added: number, broken: number) => {
      const grants = added === 0 ? '' : `grants more than ${vendor} requested (${added})`
      const fails = broken === 0 ? '' : `won’t work as written (${broken})`
      return `This policy ${[grants, fails].filter((part) => part !== '').join(' and ')}. Continue?`
    },
    confirm: 'Continue anyway',
    cancel: 'Review policy',
  },
  fixTitle: (rule: string, problem: string) => `Fix ${rule}: ${problem}`,
  size: {
    title: 'Size',
    of: (size: string, maximum: string) => `${size} of ${maximum} characters, excluding whitespace`,
    tooLong: 'AWS rejects longer policies.',
  },
  meaning: {
    title: 'Summary by statement',
    statement: (name: string | null, at: number) => name ?? `Statement ${at}`,
    lets: (vendor: string) => `Allows ${vendor} to:`,
    forbids: 'Denies, regardless of other statements:',
    empty: 'No statements: nothing is allowed.',
  },
  difference: {
    title: (vendor: string) => `Changes from the policy that ${vendor} requested`,
    none: 'No changes',
    kinds: {
      added: 'Added permissions',
      narrowed: 'Narrowed permissions',
      removed: 'Removed permissions',
      denied: 'Denied by your policy',
      undenied: 'No longer denied',
    } satisfies Readonly<Record<keyof PermissionDifference, string>>,
    removedMeaning: (vendor: string) => `${vendor} might not work without these. The checks will show what’s missing.`,
    permission: ({ action, isAllBut, resource, isOnAllBut, condition }: Permission) =>
      `${isAllBut ? 'every action but ' : ''}${action} on ${isOnAllBut ? 'everything but ' : ''}${resource}${condition === null ? '' : ', under a condition'}`,
  },
})

export const severityMessages = messages('severities', {
  error: 'Error',
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  warning: 'Warning',
  info: 'Note',
} satisfies Readonly<Record<Severity, string>>)
