import type { RolePlan } from '#core/connection/role-plan.ts'

/** A rendering of the one role plan. `text` is what is shown, copied, downloaded and tested. */
export type Artifact = {
  readonly filename: string
  /** The user interface has a row for each in src/ui/editor/code-languages.ts. */
  readonly language:
    | 'json'
    | 'yaml'
    | 'bash'
    | 'powershell'
    | 'hcl'
    | 'typescript'
    | 'python'
    | 'go'
    | 'java'
    | 'csharp'
    | 'rust'
    | 'php'
    | 'ruby'
    | 'ini'
    | 'text'
  readonly text: string
}

/** Removes what the artifact created. */
export type Undo = { readonly words: string; readonly commands: Artifact | null }

type DialectTexts = {
  readonly title: string
  /** Sentences: what to do with it. */
  readonly purpose: string
  /** Requirements, as items of a list in running text. */
  readonly needs: readonly string[]
}

/** One way to create the role, or one part of it; for one account, or for several if `Subject` says so. */
export type ArtifactDialect<Subject = RolePlan> = {
  /** Permanent. */
  readonly id: string
  readonly texts: (language: string) => DialectTexts
  /** Sentences about this role, in addition to the purpose. */
  readonly notes?: (subject: Subject, language?: string) => readonly string[]
  /** Absent: always. False where the role doesn't need what is rendered, and can't be given it. */
  readonly isNeeded?: (subject: Subject) => boolean
  readonly undo: (subject: Subject, language?: string) => Undo
  /** Only text for people depends on the language. Text for machines is always the same. */
  readonly render: (subject: Subject, language?: string) => Artifact
}
