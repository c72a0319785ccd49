import { accountIdInGroups } from '#core/aws/account-id.ts'
import { partitions } from '#core/aws/partition.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { inEnglish, type Said, type Say, said } from '#core/rules/said.ts'
import type { ArtifactDialect } from './artifact.ts'

/** A link into the IAM console that no page of AWS promises to keep. */
const undocumented = said`AWS does not document this link`

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

/** What is pasted stands as it is. */
type Line = Said | string

type Step = { readonly title: Said; readonly lines: readonly Line[] }

function signIn(plan: RolePlan): Step {
  return {
    title: said`Open the IAM console`,
    lines: [
      `${consoleUrl(plan)}`,
      said`Open the menu at the top right: **Account ID** must be \`${accountIdInGroups(plan.accountId)}\`. In any other account, stop and sign in again.`,
    ],
  }
}

function trust(plan: RolePlan): Step {
  return {
    title: said`Say who may use the role`,
    lines: [
      said`Choose **Roles** in the navigation pane, then **Create role**.`,
      said`Directly: ${createUrl(plan)} (${undocumented})`,
      said`Choose **Custom trust policy**. In the section **Custom trust policy**, replace everything with this, then choose **Next**:`,
      pasted(policyText(plan.trustPolicy), 'json'),
    ],
  }
}

function boundary(plan: RolePlan): Step {
  const choice =
    plan.permissionsBoundary === null
      ? [said`Do not set a permissions boundary.`]
      : [
          said`Open **Set permissions boundary**, choose **Use a permissions boundary to control the maximum role permissions** and select the policy with this ARN:`,
          pasted(plan.permissionsBoundary, 'text'),
        ]
  return {
    title: said`Add no permissions yet`,
    lines: [said`On **Add permissions**, select no policy.`, ...choice, said`Choose **Next**.`],
  }
}

function tags(plan: RolePlan): Line[] {
  if (Object.keys(plan.tags).length === 0) return [said`Add no tags.`]
  return [
    said`Under **Add tags**, choose **Add new tag** for each line, with **Key** at the left and **Value** at the right:`,
    pasted(JSON.stringify(plan.tags, null, 2), 'json'),
  ]
}

function naming(plan: RolePlan): Step {
  return {
    title: said`Name and create it`,
    lines: [said`**Role name**: \`${plan.roleName}\``, ...tags(plan), said`Choose **Create role**.`],
  }
}

function permissions(plan: RolePlan): Step[] {
  if (!hasPermissions(plan)) return []
  return [
    {
      title: said`Say what the role may do`,
      lines: [
        said`Choose **Roles**, then \`${plan.roleName}\`.`,
        said`Directly: ${roleUrl(plan)} (${undocumented})`,
        said`On the tab **Permissions**, choose **Add permissions**, then **Create inline policy**. In **Policy editor** choose **JSON**, replace everything with this, then choose **Next**:`,
        pasted(policyText(plan.permissionsPolicy), 'json'),
        said`**Policy name**: \`${plan.policyName}\``,
        said`Choose **Create policy**.`,
      ],
    },
  ]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html */
function duration(plan: RolePlan): Step[] {
  if (plan.maxSessionDuration === defaultSessionDuration) return []
  return [
    {
      title: said`Set how long a session may last`,
      lines: [
        said`On the page of the role, in **Summary**, choose **Edit**. **Maximum session duration**: **Custom duration**, \`${plan.maxSessionDuration}\` seconds.`,
        said`Choose **Save changes**.`,
      ],
    },
  ]
}

/** Seconds, what the console gives a new role. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const defaultSessionDuration = 3600

/** Where other languages have the sentences of this file. */
const entry = 'console-steps'

function stepText({ title, lines }: Step, index: number, say: Say): string {
  const texts = lines.map((line) => (typeof line === 'string' ? line : say(line, entry)))
  const paragraphs = texts.map((line) => (line.startsWith('    ') ? line : `    ${line}`))
  return `${index + 1}. **${say(title, entry)}**\n\n${paragraphs.join('\n\n')}`
}

/** The console has no field for a path. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
function unavailableText(plan: RolePlan, say: Say): string {
  return say(
    said`# There are no console steps for this role

The IAM console has no field for a path, and this role has one:

${pasted(plan.path, 'text')}

A role that is made there has another ARN and is not found. Use AWS CloudShell, the terminal in the console, or the CloudFormation template instead.
`,
    entry,
  )
}

function stepsText(plan: RolePlan, say: Say): string {
  if (plan.path !== '/') return unavailableText(plan, say)
  const steps = [signIn(plan), trust(plan), boundary(plan), naming(plan), ...permissions(plan), ...duration(plan)]
  const heading = say(said`Create the role in the AWS console`, entry)
  return `# ${heading}\n\n${steps.map((step, index) => stepText(step, index, say)).join('\n\n')}\n`
}

export const consoleSteps: ArtifactDialect = {
  id: 'console-steps',
  title: 'Console, step by step',
  purpose: 'create the role by hand in the IAM console, with nothing but copy and paste',
  needs: ['A browser that is signed in to the account, with leave to create IAM roles'],
  undo: (plan) => ({ words: said`Delete the role ${plan.roleName} in the IAM console. The access ends at once.`, commands: null }),
  render: (plan, say = inEnglish) => ({ filename: 'console-steps.md', language: 'text', text: stepsText(plan, say) }),
}
