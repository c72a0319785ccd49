import { isEveryAction } from '#core/policy/action-pattern.ts'
import type { ConfigRule } from './config-finding.ts'
import { found } from './spelling.ts'
import { eachOf, inStatements } from './statement-places.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
const actionForm = /^(\*|[a-zA-Z0-9*-]+:[a-zA-Z0-9*?]+)$/

function actionFault(action: string): string | null {
  if (actionForm.test(action)) return null
  const use = 'Use a service and an action, for example "s3:GetObject".'
  if (/[{}]/.test(action)) return `${found(action)} has a placeholder. Placeholders work in "resources" only. ${use}`
  if (/\s/.test(action)) return `${found(action)} has spaces. ${use}`
  return `${found(action)} is not an action of IAM. ${use}`
}

const malformedAction: ConfigRule = {
  severity: 'error',
  check: (vendor) => inStatements(vendor, ({ statement }) => eachOf('actions', statement.actions, actionFault)),
}

const everything: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    inStatements(vendor, ({ statement: { actions, resources } }) => {
      const index = actions.findIndex(isEveryAction)
      const isEverywhere = resources.some((resource) => /^(\*+|arn:\*+(:\*+)*)$/.test(resource))
      if (index === -1 || !isEverywhere) return []
      const message = `${found(actions[index])} on ${found('*')} gives away the whole account. List the actions that your application calls, for example "s3:GetObject", and the ARNs that it calls them on, for example "arn:{{partition}}:s3:::{{buckets}}/*".`
      return [{ path: ['actions', index], message }]
    }),
}

export const actionRules: readonly ConfigRule[] = [malformedAction, everything]
