import { accountIdInGroups } from '../account-id.ts'
import { partitions } from '../partition.ts'
import { listOf, policyText } from '../policy/document.ts'
import type { RolePlan } from '../role-plan.ts'
import type { ArtefactDialect } from './artefact.ts'

/** A link into the IAM console that no page of AWS promises to keep. */
const undocumented = 'AWS does not document this link'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-custom.html names this address. */
const consoleUrl = (plan: RolePlan): string => `https://${partitions[plan.partition].consoleDomain}/iam/`
const createUrl = (plan: RolePlan): string => `${consoleUrl(plan)}home#/roles/create?step=selectEntities`
const roleUrl = (plan: RolePlan): string =>
  `${consoleUrl(plan)}home#/roles/details/${encodeURIComponent(plan.roleName)}?section=permissions`

/** Four blanks in front, so that it stays a part of its step. No line of JSON, no path and no ARN begins with a fence. */
function pasted(text: string, language: 'json' | 'text'): string {
  const lines = [`\`\`\`${language}`, ...text.trimEnd().split('\n'), '```']
  return lines.map((line) => `    ${line}`).join('\n')
}

type Step = { readonly title: string; readonly lines: readonly string[] }

function signIn(plan: RolePlan): Step {
  return {
    title: 'Open the IAM console',
    lines: [
      `${consoleUrl(plan)}`,
      `Open the menu at the top right: **Account ID** must be \`${accountIdInGroups(plan.accountId)}\`. In any other account, stop and sign in again.`,
    ],
  }
}

function trust(plan: RolePlan): Step {
  return {
    title: 'Say who may use the role',
    lines: [
      'Choose **Roles** in the navigation pane, then **Create role**.',
      `Directly: ${createUrl(plan)} (${undocumented})`,
      'Choose **Custom trust policy**. In the section **Custom trust policy**, replace everything with this, then choose **Next**:',
      pasted(policyText(plan.trustPolicy), 'json'),
    ],
  }
}

function boundary(plan: RolePlan): Step {
  const choice =
    plan.permissionsBoundary === null
      ? ['Do not set a permissions boundary.']
      : [
          'Open **Set permissions boundary**, choose **Use a permissions boundary to control the maximum role permissions** and select the policy with this ARN:',
          pasted(plan.permissionsBoundary, 'text'),
        ]
  return { title: 'Add no permissions yet', lines: ['On **Add permissions**, select no policy.', ...choice, 'Choose **Next**.'] }
}

function tags(plan: RolePlan): string[] {
  if (Object.keys(plan.tags).length === 0) return ['Add no tags.']
  return [
    'Under **Add tags**, choose **Add new tag** for each line, with **Key** at the left and **Value** at the right:',
    pasted(JSON.stringify(plan.tags, null, 2), 'json'),
  ]
}

function naming(plan: RolePlan): Step {
  return {
    title: 'Name and create it',
    lines: [`**Role name**: \`${plan.roleName}\``, ...tags(plan), 'Choose **Create role**.'],
  }
}

function permissions(plan: RolePlan): Step[] {
  if (listOf(plan.permissionsPolicy.Statement).length === 0) return []
  return [
    {
      title: 'Say what the role may do',
      lines: [
        `Choose **Roles**, then \`${plan.roleName}\`.`,
        `Directly: ${roleUrl(plan)} (${undocumented})`,
        'On the tab **Permissions**, choose **Add permissions**, then **Create inline policy**. In **Policy editor** choose **JSON**, replace everything with this, then choose **Next**:',
        pasted(policyText(plan.permissionsPolicy), 'json'),
        `**Policy name**: \`${plan.policyName}\``,
        'Choose **Create policy**.',
      ],
    },
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html */
function duration(plan: RolePlan): Step[] {
  if (plan.maxSessionDuration === defaultSessionDuration) return []
  return [
    {
      title: 'Set how long a session may last',
      lines: [
        `On the page of the role, in **Summary**, choose **Edit**. **Maximum session duration**: **Custom duration**, \`${plan.maxSessionDuration}\` seconds.`,
        'Choose **Save changes**.',
      ],
    },
  ]
}

/** Seconds, what the console gives a new role. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const defaultSessionDuration = 3600

function stepText({ title, lines }: Step, index: number): string {
  const paragraphs = lines.map((line) => (line.startsWith('    ') ? line : `    ${line}`))
  return `${index + 1}. **${title}**\n\n${paragraphs.join('\n\n')}`
}

/** The console has no field for a path. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
function unavailableText(plan: RolePlan): string {
  return `# There are no console steps for this role

The IAM console has no field for a path, and this role has one:

${pasted(plan.path, 'text')}

A role that is made there has another ARN and is not found. Use AWS CloudShell, the terminal in the console, or the CloudFormation template instead.
`
}

function stepsText(plan: RolePlan): string {
  if (plan.path !== '/') return unavailableText(plan)
  const steps = [signIn(plan), trust(plan), boundary(plan), naming(plan), ...permissions(plan), ...duration(plan)]
  return `# Create the role in the AWS console\n\n${steps.map(stepText).join('\n\n')}\n`
}

export const consoleSteps: ArtefactDialect = {
  id: 'console-steps',
  title: 'Console, step by step',
  purpose: 'create the role by hand in the IAM console, with nothing but copy and paste',
  needs: ['A browser that is signed in to the account, with leave to create IAM roles'],
  undo: (plan) => ({ words: `Delete the role ${plan.roleName} in the IAM console. The access ends at once.`, commands: null }),
  render: (plan) => ({ filename: 'console-steps.md', language: 'text', text: stepsText(plan) }),
}
