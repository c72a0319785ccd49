import { said } from '#core/rules/said.ts'
import { dangerSpots } from './danger.ts'
import { credentials } from './iam-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp13Credentials: PermissionsRule = {
  id: 'PP13',
  severity: 'high',
  title: 'Credentials are handed out',
  what: 'Actions that return credentials or tokens.',
  why: 'Credentials live longer than the session that got them, and are used outside of it.',
  todo: 'Remove the action unless it is what the application is for; name the resource where that is possible.',
  source: 'https://github.com/salesforce/cloudsplaining',
  check: (subject) =>
    dangerSpots(subject, credentials, (words) => said`${words} returns credentials. Remove it unless it is what the application is for.`),
}
