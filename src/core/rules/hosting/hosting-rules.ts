import { isEveryAction, namesAction, patternsMeet } from '#core/policy/action-pattern.ts'
import { iamGuide, type Match, rule } from '#core/policy/form/rule.ts'
import type { StatementView } from '#core/policy/policy-view.ts'
import { arnFields, isBroad } from '#core/rules/permissions/resource-breadth.ts'
import { messages, type Text } from '#core/text/messages.ts'
import type { HostingRule } from './assumable-roles.ts'
import { vp01, vp02, vp03, vp04, vp07, vp08 } from './assume-rules.ts'
import { vp09 } from './other-roles-rule.ts'

export const vp05Messages = messages('VP05', {
  title: 'Full access to a service',
  what: 'Every action of a service on every resource, as in AmazonS3FullAccess and AmazonDynamoDBFullAccess',
  why: 'A stolen session could delete every bucket or table of the account, not just those of the application.',
  todo: 'List the actions that the application calls, on the ARNs of its own tables and buckets.',
  found: (action: string) =>
    `${action} is allowed on every resource of the account. List the actions that you call, and name your own tables and buckets.`,
  exceptions:
    'Everything that NotAction doesn’t list is allowed on every resource. List the actions that you call, and name your own resources.',
})

/** STS is left to the rules about the roles that may be assumed. */
const isWholeService = (action: string): boolean => isEveryAction(action) || /^(?!sts:)[\w-]+:[*?]*\*[*?]*$/i.test(action)

const allExceptions: Text = (language) => vp05Messages.in(language).exceptions

const vp05: HostingRule = rule(vp05Messages, 'high', iamGuide('best-practices.html#grant-least-privilege'), ({ statements }) =>
  statements
    .filter(({ effect, texts, element }) => {
      const isOnAll = texts('Resource').some(({ text }) => isBroad(text)) || element('NotResource') !== undefined
      return effect === 'Allow' && isOnAll
    })
    .flatMap(({ texts, element, path }): Match[] => [
      ...texts('Action')
        .filter(({ text }) => isWholeService(text))
        .map((action) => ({ message: (language: string) => vp05Messages.in(language).found(action.text), path: action.path })),
      ...(element('NotAction') === undefined ? [] : [{ message: allExceptions, path: [...path, 'NotAction'] }]),
    ]),
)

export const vp06Messages = messages('VP06', {
  title: 'The application can create access keys',
  what: 'iam:CreateAccessKey, iam:CreateUser, iam:CreateLoginProfile, or another action that gives a user credentials, in an Allow',
  why: 'Access keys don’t expire. A thief could turn a session of an hour into access for good.',
  todo: 'Remove the action. The application works with the temporary credentials of its role.',
  found: (action: string) => `${action} lets the application create credentials that don’t expire. Remove it.`,
  exceptions: 'Everything that NotAction doesn’t list is allowed, which includes credentials that don’t expire. List actions instead.',
})

const keyMakers = [
  'iam:CreateAccessKey',
  'iam:CreateUser',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:UploadSigningCertificate',
  'iam:UploadSSHPublicKey',
]

const makesKeys = (pattern: string): boolean => keyMakers.some((action) => namesAction(pattern, action))

/** Only users have access keys. */
function namesUsers(resource: string): boolean {
  const arn = arnFields(resource)
  return arn === null ? patternsMeet(resource, 'arn:*:iam::*:user/*') : patternsMeet(arn.resource, 'user/*')
}

const mayBeUser = ({ texts, element }: StatementView): boolean =>
  element('NotResource') !== undefined || texts('Resource').some(({ text }) => namesUsers(text))

const vp06: HostingRule = rule(vp06Messages, 'critical', iamGuide('best-practices.html#bp-workloads-use-roles'), ({ statements }) =>
  statements
    .filter((statement) => statement.effect === 'Allow' && mayBeUser(statement))
    .flatMap(({ texts, element, path }): Match[] => {
      const exceptions = texts('NotAction').map(({ text }) => text)
      const isOpen = element('NotAction') !== undefined && keyMakers.some((action) => !exceptions.some((text) => namesAction(text, action)))
      return [
        ...texts('Action')
          .filter(({ text }) => makesKeys(text))
          .map((action) => ({ message: (language: string) => vp06Messages.in(language).found(action.text), path: action.path })),
        ...(isOpen ? [{ message: (language: string) => vp06Messages.in(language).exceptions, path: [...path, 'NotAction'] }] : []),
      ]
    }),
)

/** In the order in which findings about the same place are reported. */
export const hostingRules: readonly HostingRule[] = [vp01, vp02, vp03, vp04, vp05, vp06, vp07, vp08, vp09]
