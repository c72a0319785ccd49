import type { Artifact } from '#core/artifacts/artifact.ts'
import { messages } from '#core/text/messages.ts'
import type { SwitchRole } from './switch-role-facts.ts'
import { switchRoleProfile } from './switch-role-profile.ts'
import { type ProgramLanguage, switchRolePrograms } from './switch-role-programs.ts'

/** Code that switches from the application role to the account access role of one connection. */
export type SwitchRoleSample = {
  /** Permanent. */
  readonly id: ProgramLanguage | 'aws-cli'
  /** A name that is the same in every language. */
  readonly title: string
  readonly filename: string
  readonly language: Artifact['language']
  readonly render: (facts: SwitchRole) => string
}

export const switchRoleMessages = messages('switch-role', {
  /** Says when the role is assumed again, before the session ends. */
  refresh: {
    javascript: 'The client calls the provider again 5 minutes before the session ends.',
    python: 'botocore assumes the role again 15 minutes before the session ends. With 900 seconds it would do so on every call.',
    go: 'The credentials cache assumes the role again 5 minutes before the session ends.',
    java: 'The provider assumes the role again 5 minutes before the session ends. Close it with the client.',
    csharp: 'The SDK assumes the role again 5 minutes before the session ends. For AWS SDK for .NET version 4.',
    rust: 'The identity cache assumes the role again 5 minutes before the session ends.',
    php: 'The provider assumes the role again 5 minutes before the session ends.',
    ruby: 'The SDK assumes the role again 5 minutes before the session ends.',
    'aws-cli': 'Each command assumes the role, or uses the session that the AWS CLI keeps until 15 minutes before it ends.',
  } satisfies Readonly<Record<SwitchRoleSample['id'], string>>,
})

/** In the order in which they are offered. */
export const switchRoleSamples: readonly SwitchRoleSample[] = [
  { id: 'javascript', title: 'JavaScript', filename: 'switch-role.mjs', language: 'typescript', render: switchRolePrograms.javascript },
  { id: 'python', title: 'Python', filename: 'switch_role.py', language: 'python', render: switchRolePrograms.python },
  { id: 'go', title: 'Go', filename: 'main.go', language: 'go', render: switchRolePrograms.go },
  { id: 'java', title: 'Java', filename: 'SwitchRole.java', language: 'java', render: switchRolePrograms.java },
  { id: 'csharp', title: '.NET', filename: 'Program.cs', language: 'csharp', render: switchRolePrograms.csharp },
  { id: 'rust', title: 'Rust', filename: 'main.rs', language: 'rust', render: switchRolePrograms.rust },
  { id: 'php', title: 'PHP', filename: 'switch-role.php', language: 'php', render: switchRolePrograms.php },
  { id: 'ruby', title: 'Ruby', filename: 'switch_role.rb', language: 'ruby', render: switchRolePrograms.ruby },
  { id: 'aws-cli', title: 'AWS CLI', filename: 'config', language: 'ini', render: switchRoleProfile },
]
