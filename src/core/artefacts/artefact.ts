import type { RolePlan } from '../role-plan.ts'

/** A rendering of the one role plan. `text` is what is shown, copied, downloaded and tested. */
export type Artefact = {
  readonly filename: string
  readonly language: 'json' | 'yaml' | 'bash' | 'powershell' | 'hcl' | 'typescript' | 'text'
  readonly text: string
}

/** How to take back what an artefact did: a sentence, and commands where there are some. */
export type Undo = { readonly words: string; readonly commands: Artefact | null }

/** One way to create the role, or one part of it; of one account, or of several where `Subject` says so. */
export type ArtefactDialect<Subject = RolePlan> = {
  /** Permanent. */
  readonly id: string
  readonly title: string
  /** What it is for, to finish the sentence "Use it to …". */
  readonly purpose: string
  /** What has to be at hand before it can be used. */
  readonly needs: readonly string[]
  readonly undo: (subject: Subject) => Undo
  readonly render: (subject: Subject) => Artefact
}
