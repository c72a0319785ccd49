import type { RolePlan } from '#core/connection/role-plan.ts'
import { asSaid, type Said, type Say } from '#core/rules/said.ts'

/** A rendering of the one role plan. `text` is what is shown, copied, downloaded and tested. */
export type Artifact = {
  readonly filename: string
  readonly language: 'json' | 'yaml' | 'bash' | 'powershell' | 'hcl' | 'typescript' | 'text'
  readonly text: string
}

/** How to take back what an artifact did: a sentence, and commands where there are some. */
export type Undo = { readonly words: Said; readonly commands: Artifact | null }

/** One way to create the role, or one part of it; of one account, or of several where `Subject` says so. */
export type ArtifactDialect<Subject = RolePlan> = {
  /** Permanent. */
  readonly id: string
  readonly title: string
  /** What it is for, to finish the sentence "Use it to …". */
  readonly purpose: string
  /** What has to be at hand before it can be used. */
  readonly needs: readonly string[]
  readonly undo: (subject: Subject) => Undo
  /** Only a text for people is in their language; what a machine reads is the same for all. */
  readonly render: (subject: Subject, say?: Say) => Artifact
}

/** A dialect with its words in a language. */
export type SpokenDialect<Subject = RolePlan> = Omit<ArtifactDialect<Subject>, 'undo' | 'render'> & {
  readonly undo: (subject: Subject) => { readonly words: string; readonly commands: Artifact | null }
  readonly render: (subject: Subject) => Artifact
}

export function spokenDialect<Subject>(dialect: ArtifactDialect<Subject>, say: Say): SpokenDialect<Subject> {
  const { id, title, purpose, needs, undo, render } = dialect
  const words = (text: string) => say(asSaid(text), id)
  return {
    id,
    title: words(title),
    purpose: words(purpose),
    needs: needs.map(words),
    undo: (subject) => {
      const { words: sentence, commands } = undo(subject)
      return { words: say(sentence, id), commands }
    },
    render: (subject) => render(subject, say),
  }
}
