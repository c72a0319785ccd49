import { onOneLine } from './enclosed-errors.ts'
import type { ErrorTextFact } from './pasted-fact.ts'

/**
 * The console shows this in place of an answer. Its words are in the language of the user; the action and who may not
 * do it are the same in all. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function consoleDenial(text: string): ErrorTextFact | null {
  const [, asked] = /\bupdated? your permissions to allow the ([a-z][\w-]*:[A-Z]\w+) action\b/.exec(text) ?? []
  if (asked !== undefined)
    return { kind: 'error-text', code: 'AccessDenied', operation: null, message: `You are not authorized to perform: ${asked}` }
  const [, user] = /^\p{L}[^\n:]{1,40}: *(arn:[\w-]+:(?:iam|sts)::\d{12}:(?:user|assumed-role)\S*)$/mu.exec(text) ?? []
  const [, action, rest = ''] = /^\p{L}[^\n:]{1,40}: *([a-z][\w-]*:[A-Z]\w+)$([\s\S]{0,1000})/mu.exec(text) ?? []
  if (user === undefined || action === undefined) return null
  const message = `User: ${user} is not authorized to perform: ${action} ${onOneLine(rest)}`
  return { kind: 'error-text', code: 'AccessDenied', operation: null, message }
}

/** The console’s page of an event of CloudTrail, whose names and values are on lines or in cells of their own. */
const eventPage =
  /\bEvent name[\s|:]{1,8}([A-Z]\w{2,60})\b[\s\S]{0,2000}?\bError code[\s|:]{1,8}([A-Z][\w.]{2,60})\b(?:[\s\S]{0,200}?\bError message[\s|:]{1,8}([^\n]*))?/

export function consoleEvent(text: string): ErrorTextFact | null {
  const [, operation, code, message = ''] = eventPage.exec(text) ?? []
  return operation === undefined || code === undefined ? null : { kind: 'error-text', code, operation, message }
}
