import { accountIdInGroups } from '#core/aws/account-id.ts'
import { managedPolicyName } from '#core/aws/managed-policy.ts'
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
  managed: {
    title: 'Add the managed policies of AWS',
    select: 'On **Add permissions**, search for each of these policies by its name, and select it. The ARN is in parentheses:',
  },
  naming: {
    title: 'Name and create the role',
    fields: 'Enter this name:',
    untagged: 'Don’t add tags.',
    tags: 'Under **Add tags**, choose **Add new tag** for each line. The **Key** is on the left, the **Value** on the right:',
    create: 'Choose **Create role**.',
  },
  permissions: {
    title: 'Add the permissions policy',
    open: (roleName: string) => `Choose **Roles**, then \`${roleName}\`.`,
    paste:
      'On the **Permissions** tab, choose **Add permissions**, then **Create inline policy**. In **Policy editor**, choose **JSON**, replace everything with this, then choose **Next**:',
    fields: 'Enter this name:',
    create: 'Choose **Create policy**.',
  },
  duration: {
    title: 'Set the maximum session duration',
    edit: 'On the role’s page, in **Summary**, choose **Edit**. Under **Maximum session duration**, choose **Custom duration** and enter these seconds:',
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

export type ConsolePage = 'iam' | 'create-role' | 'role'

/** A sentence has AWS's labels between `**`, and values between backticks. */
export type ConsolePart =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'page'; readonly page: ConsolePage; readonly url: string }
  /** Typed into the field with this label of AWS. */
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'document'; readonly text: string; readonly language: 'json' | 'text' }
  | { readonly kind: 'tags'; readonly tags: Readonly<Record<string, string>> }

type ConsoleStep = { readonly title: string; readonly parts: readonly ConsolePart[] }

export type ConsoleGuide =
  | { readonly kind: 'steps'; readonly steps: readonly ConsoleStep[] }
  | { readonly kind: 'unavailable'; readonly path: string }

const sentence = (text: string): ConsolePart => ({ kind: 'sentence', text })
const json = (text: string): ConsolePart => ({ kind: 'document', text: text.trimEnd(), language: 'json' })
const plain = (text: string): ConsolePart => ({ kind: 'document', text, language: 'text' })

const signIn = (plan: RolePlan, { signIn: texts }: Texts): ConsoleStep => ({
  title: texts.title,
  parts: [{ kind: 'page', page: 'iam', url: iamConsoleUrl(plan) }, sentence(texts.check(accountIdInGroups(plan.accountId)))],
})

const trust = (plan: RolePlan, { trust: texts }: Texts): ConsoleStep => ({
  title: texts.title,
  parts: [
    sentence(texts.open),
    { kind: 'page', page: 'create-role', url: createRoleUrl(plan) },
    sentence(texts.paste),
    json(policyText(plan.trustPolicy)),
  ],
})

const managedPolicies = ({ managedPolicyArns }: RolePlan): ConsolePart =>
  plain(managedPolicyArns.map((arn) => `${managedPolicyName(arn)} (${arn})`).join('\n'))

/** AWS's page **Add permissions** has managed policies and the boundary. The inline policy comes later. */
function boundary(plan: RolePlan, { boundary: texts, managed }: Texts): ConsoleStep {
  const { permissionsBoundary, managedPolicyArns } = plan
  const choice = permissionsBoundary === null ? [sentence(texts.unset)] : [sentence(texts.set), plain(permissionsBoundary)]
  if (managedPolicyArns.length === 0) return { title: texts.title, parts: [sentence(texts.none), ...choice, sentence(texts.next)] }
  return { title: managed.title, parts: [sentence(managed.select), managedPolicies(plan), ...choice, sentence(texts.next)] }
}

function naming(plan: RolePlan, { naming: texts }: Texts): ConsoleStep {
  const { tags, roleName } = plan
  const isTagged = Object.keys(tags).length > 0
  const tagging: readonly ConsolePart[] = isTagged ? [sentence(texts.tags), { kind: 'tags', tags }] : [sentence(texts.untagged)]
  const name: ConsolePart = { kind: 'field', label: 'Role name', value: roleName }
  return { title: texts.title, parts: [sentence(texts.fields), name, ...tagging, sentence(texts.create)] }
}

function permissions(plan: RolePlan, { permissions: texts }: Texts): readonly ConsoleStep[] {
  if (!hasPermissions(plan)) return []
  const parts: readonly ConsolePart[] = [
    sentence(texts.open(plan.roleName)),
    { kind: 'page', page: 'role', url: roleUrl(plan, 'permissions') },
    sentence(texts.paste),
    json(policyText(plan.permissionsPolicy)),
    sentence(texts.fields),
    { kind: 'field', label: 'Policy name', value: plan.policyName },
    sentence(texts.create),
  ]
  return [{ title: texts.title, parts }]
}

/** Seconds, the console's default for a new role. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const defaultSessionDuration = 3600

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html */
function duration({ maxSessionDuration }: RolePlan, { duration: texts }: Texts): readonly ConsoleStep[] {
  if (maxSessionDuration === defaultSessionDuration) return []
  return [{ title: texts.title, parts: [sentence(texts.edit), plain(String(maxSessionDuration)), sentence(texts.save)] }]
}

/** The console has no field for a path. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export function consoleGuide(plan: RolePlan, language = 'en'): ConsoleGuide {
  if (plan.path !== '/') return { kind: 'unavailable', path: plan.path }
  const texts = consoleStepsMessages.in(language)
  const first = [signIn, trust, boundary, naming].map((step) => step(plan, texts))
  return { kind: 'steps', steps: [...first, ...permissions(plan, texts), ...duration(plan, texts)] }
}

/** No line of JSON, no path and no ARN begins with a fence. */
const fenced = (text: string, language: 'json' | 'text'): string => [`\`\`\`${language}`, ...text.split('\n'), '```'].join('\n')

function markdown(part: ConsolePart, texts: Texts): string {
  switch (part.kind) {
    case 'sentence':
      return part.text
    case 'page':
      return part.page === 'iam' ? part.url : texts.shortcut(part.url)
    case 'field':
      return `**${part.label}**: \`${part.value}\``
    case 'tags':
      return fenced(JSON.stringify(part.tags, null, 2), 'json')
    case 'document':
      return fenced(part.text, part.language)
  }
}

/** Four spaces in front keep a part in its step. */
function stepText({ title, parts }: ConsoleStep, index: number, texts: Texts): string {
  const paragraphs = parts.map((part) => markdown(part, texts).replace(/^/gm, '    '))
  return `${index + 1}. **${title}**\n\n${paragraphs.join('\n\n')}`
}

function guideText(plan: RolePlan, language: string): string {
  const texts = consoleStepsMessages.in(language)
  const guide = consoleGuide(plan, language)
  const { heading, path, instead } = texts.unavailable
  if (guide.kind === 'unavailable') return `# ${heading}\n\n${path}\n\n${fenced(guide.path, 'text').replace(/^/gm, '    ')}\n\n${instead}\n`
  return `# ${texts.heading}\n\n${guide.steps.map((step, index) => stepText(step, index, texts)).join('\n\n')}\n`
}

export const consoleSteps: ArtifactDialect = {
  id: consoleStepsMessages.id,
  texts: consoleStepsMessages.in,
  undo: (plan, language = 'en') => ({ words: consoleStepsMessages.in(language).undo(plan.roleName), commands: null }),
  render: (plan, language = 'en') => ({ filename: 'console-steps.md', language: 'text', text: guideText(plan, language) }),
}
