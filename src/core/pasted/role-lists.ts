import type { RoleListFact } from './pasted-fact.ts'

/** More is no list that was copied. */
const mostRoles = 200

/**
 * A row of the roles in the IAM console, with its cells on one line or below each other.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage.html
 */
const row =
  /(?:^|\n)[ \t]*([\w+=,.@-]{1,64})[ \t]*(?:\t|\n\s{0,20}| {2,20})((?:Account:[ \t]{0,4}\d{12}|AWS Service:[ \t]{0,4}[\w.-]{2,80}|Identity Provider:[ \t]{0,4}\S{1,300})[^\n\t]{0,200})/g

/** The console translates the labels, but accounts and services are the same. */
export function roleList(text: string): RoleListFact | null {
  if (!/\bAccount:[ \t]{0,4}\d{12}|\bAWS Service:/.test(text)) return null
  const roles = [...text.matchAll(row)].slice(0, mostRoles).map(([, roleName = '', trusted = '']) => ({
    roleName,
    accountIds: trusted.match(/(?<!\d)\d{12}(?!\d)/g) ?? [],
    trusted: trusted.trim(),
  }))
  return roles.length === 0 ? null : { kind: 'role-list', roles }
}
