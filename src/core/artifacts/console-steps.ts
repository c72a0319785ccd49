import { accountIdInGroups } from '#core/aws/account-id.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'
import { createRoleUrl, iamConsoleUrl, roleUrl } from './console-pages.ts'

export const consoleStepsMessages = messages('console-steps', {
  title: 'IAM console (step by step)',
  purpose: 'Create the role manually in the IAM console. Copy and paste is all it takes.',
  needs: ['a browser signed in to the account, with permission to create IAM roles'],
  undo: (roleName: string) => `Delete the role ${roleName} in the IAM console. Access ends within seconds.`,
  heading: 'Create the role in the AWS console',
  shortcut: (url: string) => `Shortcut: ${url}`,
  signIn: {
    title: 'Open the IAM console',
    check: (account: string) =>
      `Open the account menu at the top right and check that **Account ID** is \`${account}\`. If it isn’t, sign in to that account first.`,
  },
  trust: {
    title: 'Set the trust policy',
    open: 'Choose **Roles** in the navigation pane, then **Create role**.',
    paste: 'Choose **Custom trust policy**. In the section **Custom trust policy**, replace everything with this, then choose **Next**:',
  },
  boundary: {
    title: 'Skip permissions for now',
    none: 'On **Add permissions**, don’t select a policy.',
    unset: 'Don’t set a permissions boundary.',
    set: 'Open **Set permissions boundary**, choose **Use a permissions boundary to control the maximum role permissions**, and select the policy with this ARN:',
    next: 'Choose **Next**.',
  },
  naming: {
    title: 'Name and create the role',
    name: (roleName: string) => `**Role name**: \`${roleName}\``,
    untagged: 'Don’t add tags.',
    tags: 'Under **Add tags**, choose **Add new tag** for each line. The **Key** is on the left, the **Value** on the right:',
    create: 'Choose **Create role**.',
  },
  permissions: {
    title: 'Add the permissions policy',
    open: (roleName: string) => `Choose **Roles**, then \`${roleName}\`.`,
    paste:
      'On the **Permissions** tab, choose **Add permissions**, then **Create inline policy**. In **Policy editor**, choose **JSON**, replace everything with this, then choose **Next**:',
    name: (policyName: string) => `**Policy name**: \`${policyName}\``,
    create: 'Choose **Create policy**.',
  },
  duration: {
    title: 'Set the maximum session duration',
    edit: (seconds: number) =>
      `On the role’s page, in **Summary**, choose **Edit**. **Maximum session duration**: **Custom duration**, \`${seconds}\` seconds.`,
    save: 'Choose **Save changes**.',
  },
  unavailable: {
    heading: 'No console steps for this role',
    path: 'The IAM console has no field for a role path, and this role has one:',
    instead:
      'A role created there gets a different ARN, so it won’t be found. Use AWS CloudShell (the terminal in the console) or the CloudFormation template instead.',
  },
})

type Texts = ReturnType<typeof consoleStepsMessages.in>

/** Four spaces in front keep it a part of its step. No line of JSON, no path and no ARN begins with a fence. */
function pasted(text: string, language: 'json' | 'text'): string {
  const lines = [`\`\`\`${language}`, ...text.trimEnd().split('\n'), '```']
  return lines.map((line) => `    ${line}`).join('\n')
}

type Step = { readonly title: string; readonly lines: readonly string[] }

const signIn = (plan: RolePlan, { signIn: texts }: Texts): Step => ({
  title: texts.title,
  lines: [iamConsoleUrl(plan), texts.check(accountIdInGroups(plan.accountId))],
})

const trust = (plan: RolePlan, { trust: texts, shortcut }: Texts): Step => ({
  title: texts.title,
  lines: [texts.open, shortcut(createRoleUrl(plan)), texts.paste, pasted(policyText(plan.trustPolicy), 'json')],
})

function boundary({ permissionsBoundary }: RolePlan, { boundary: texts }: Texts): Step {
  const choice = permissionsBoundary === null ? [texts.unset] : [texts.set, pasted(permissionsBoundary, 'text')]
  return { title: texts.title, lines: [texts.none, ...choice, texts.next] }
}

function naming(plan: RolePlan, { naming: texts }: Texts): Step {
  const isTagged = Object.keys(plan.tags).length > 0
  const tags = isTagged ? [texts.tags, pasted(JSON.stringify(plan.tags, null, 2), 'json')] : [texts.untagged]
  return { title: texts.title, lines: [texts.name(plan.roleName), ...tags, texts.create] }
}

function permissions(plan: RolePlan, { permissions: texts, shortcut }: Texts): readonly Step[] {
  if (!hasPermissions(plan)) return []
  const document = pasted(policyText(plan.permissionsPolicy), 'json')
  const opening = [texts.open(plan.roleName), shortcut(roleUrl(plan, 'permissions'))]
  return [{ title: texts.title, lines: [...opening, texts.paste, document, texts.name(plan.policyName), texts.create] }]
}

/** Seconds, the console's default for a new role. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const defaultSessionDuration = 3600

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html */
function duration({ maxSessionDuration }: RolePlan, { duration: texts }: Texts): readonly Step[] {
  if (maxSessionDuration === defaultSessionDuration) return []
  return [{ title: texts.title, lines: [texts.edit(maxSessionDuration), texts.save] }]
}

function stepText({ title, lines }: Step, index: number): string {
  const paragraphs = lines.map((line) => (line.startsWith('    ') ? line : `    ${line}`))
  return `${index + 1}. **${title}**\n\n${paragraphs.join('\n\n')}`
}

/** The console has no field for a path. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
const unavailableText = ({ path }: RolePlan, { unavailable: { heading, path: why, instead } }: Texts): string =>
  `# ${heading}\n\n${why}\n\n${pasted(path, 'text')}\n\n${instead}\n`

function stepsText(plan: RolePlan, texts: Texts): string {
  if (plan.path !== '/') return unavailableText(plan, texts)
  const first = [signIn, trust, boundary, naming].map((step) => step(plan, texts))
  const steps = [...first, ...permissions(plan, texts), ...duration(plan, texts)]
  return `# ${texts.heading}\n\n${steps.map(stepText).join('\n\n')}\n`
}

export const consoleSteps: ArtifactDialect = {
  id: consoleStepsMessages.id,
  texts: consoleStepsMessages.in,
  undo: (plan, language = 'en') => ({ words: consoleStepsMessages.in(language).undo(plan.roleName), commands: null }),
  render: (plan, language = 'en') => ({
    filename: 'console-steps.md',
    language: 'text',
    text: stepsText(plan, consoleStepsMessages.in(language)),
  }),
}
