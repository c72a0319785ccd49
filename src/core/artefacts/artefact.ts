import { asSaid, type Said, type Say } from '../lint/said.ts'
import type { RolePlan } from '../role-plan.ts'

/** A rendering of the one role plan. `text` is what is shown, copied, downloaded and tested. */
export type Artefact = {
  readonly filename: string
  readonly language: 'json' | 'yaml' | 'bash' | 'powershell' | 'hcl' | 'typescript' | 'text'
  readonly text: string
}

/** How to take back what an artefact did: a sentence, and commands where there are some. */
export type Undo = { readonly words: Said; readonly commands: Artefact | null }

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
  /** Only a text for people is in their language; what a machine reads is the same for all. */
  readonly render: (subject: Subject, say?: Say) => Artefact
}

/** A dialect with its words in a language. */
export type SpokenDialect<Subject = RolePlan> = Omit<ArtefactDialect<Subject>, 'undo' | 'render'> & {
  readonly undo: (subject: Subject) => { readonly words: string; readonly commands: Artefact | null }
  readonly render: (subject: Subject) => Artefact
}

export function spokenDialect<Subject>(dialect: ArtefactDialect<Subject>, say: Say): SpokenDialect<Subject> {
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
