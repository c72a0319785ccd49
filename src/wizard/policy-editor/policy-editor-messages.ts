import type { Permission, PermissionDifference } from '#core/policy/permission-difference.ts'
import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'

/** What is said around the editor of the permissions policy; the findings have their words in the core. */
export const policyEditorMessages = messages('policy-editor', {
  title: 'Permissions policy',
  edit: 'Edit this policy',
  done: 'Done',
  /** The vendor's policy is not complete before these fields are filled. */
  first: (fields: readonly string[]) => `To edit this policy, first fill in: ${fields.join(', ')}.`,
  loadFailed: 'The editor could not be loaded. Check your network and press the button again; what you typed is kept.',
  edited: 'This policy was edited',
  editedMeaning: 'It is used as it stands here, in everything that creates the role. It no longer follows what you choose beside it.',
  reset: (vendor: string) => `Back to the policy of ${vendor}`,
  refused: (place: { readonly line: number; readonly column: number } | null, message: string) =>
    place === null ? `Permissions policy: ${message}` : `Permissions policy, line ${place.line}, column ${place.column}: ${message}`,
  broken: 'It is no policy yet, so nothing can be said of what it allows.',
  brokenAt: (line: number, column: number, message: string) => `Line ${line}, column ${column}: ${message}`,
  findings: {
    title: 'Remarks',
    none: 'Nothing to remark.',
    count: (count: number) => plural('en', count, { one: '# issue', other: '# issues' }),
    place: (line: number, column: number) => `Line ${line}, column ${column}`,
    whole: 'The whole policy',
    fix: 'Mend it',
    fixName: (problem: string) => `Mend it: ${problem}`,
    more: (count: number) => plural('en', count, { other: 'And # more.' }),
  },
  fixTitle: (rule: string, problem: string) => `Mend ${rule}: ${problem}`,
  size: {
    title: 'Size',
    of: (size: string, maximum: string) => `${size} of ${maximum} characters; white space does not count.`,
    tooLong: 'AWS refuses a longer one.',
  },
  meaning: {
    title: 'What each statement does',
    statement: (name: string | null, at: number) => name ?? `Statement ${at}`,
    lets: (vendor: string) => `Lets ${vendor}:`,
    forbids: 'Forbids, whatever else is allowed:',
    empty: 'There is no statement in it: nothing is allowed.',
  },
  difference: {
    title: (vendor: string) => `What was changed against what ${vendor} asked for`,
    none: 'It allows exactly what was asked for.',
    kinds: {
      added: 'Allowed beyond what was asked for',
      narrowed: 'Allowed, but narrower than asked for',
      removed: 'No longer allowed',
      denied: 'Forbidden by a Deny of yours',
      undenied: 'No longer forbidden',
    } satisfies Readonly<Record<keyof PermissionDifference, string>>,
    removedMeaning: (vendor: string) => `${vendor} may not work without it; the checks after the role is created show what is missing.`,
    permission: ({ action, isAllBut, resource, isOnAllBut, condition }: Permission) =>
      `${isAllBut ? 'every action but ' : ''}${action} on ${isOnAllBut ? 'everything but ' : ''}${resource}${condition === null ? '' : ', under a condition'}`,
  },
})
