import { mark, withoutInnerQuotes } from './open-value.ts'
import { type Rejection, salvagedPolicy, writtenPolicy } from './rejection.ts'

/** A heredoc of the shell or of Terraform. https://developer.hashicorp.com/terraform/language/expressions/strings#heredoc-strings */
const heredoc = /<<(-?)[ \t]*["']?([A-Za-z]\w*)["']?[ \t]*\n([\s\S]*?)\n[ \t]*\2\b/g

/** Texts in quotes keep what is filled in; what stands alone is put in quotes. */
const withInterpolations = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"?|\$\{(?!aws:)[^{}]*\}/g, (part) =>
    part.startsWith('"')
      ? part
          .replace(/(^|[^$])\$\{(?!aws:|[*?$]\})([^{}]*)\}/g, (_, before: string, name: string) => `${before}${mark(name.trim())}`)
          .replaceAll('$${', '${')
      : JSON.stringify(mark(part.slice(2, -1).trim())),
  )

type Heredocs = {
  /** With each policy as one text in quotes. */
  readonly text: string
  /** By the policy as it is read. */
  readonly rejections: ReadonlyMap<string, Rejection>
}

const indented: Rejection = { kind: 'leading-space', message: () => '', at: null }

const rejectionOf = (body: string, rejection: Rejection | null, isStripped: boolean): Rejection | null =>
  rejection ?? (!isStripped && /^\s/.test(body) ? indented : null)

/** Takes out the contents of heredocs, which Terraform passes on unchanged. */
export function withoutHeredocs(source: string): Heredocs {
  const rejections = new Map<string, Rejection>()
  const text = source.replace(heredoc, (whole, dash: string, _, body: string) => {
    const json = withInterpolations(withoutInnerQuotes(body))
    const isPolicy = /^\s*[{[]/.test(json) && !body.includes('%{')
    const written = isPolicy ? writtenPolicy(json) : null
    if (written === null) return whole
    const rejection = rejectionOf(body, written.rejection, dash === '-')
    if (rejection !== null) rejections.set(JSON.stringify(written.document), rejection)
    return JSON.stringify(JSON.stringify(written.document))
  })
  return { text, rejections }
}

export const keyOf = (document: unknown): string => JSON.stringify(salvagedPolicy(document))

/** The defaults of variables, and locals that are plain texts. */
export function terraformDefaults(text: string): ReadonlyMap<string, string> {
  const variables = [...text.matchAll(/\bvariable\s+"(\w+)"\s*\{[^{}]*?\bdefault\s*=\s*"([^"$\n]+)"/g)].map(
    ([, name = '', value = '']): [string, string] => [`var.${name}`, value],
  )
  const locals = [...text.matchAll(/\blocals\s*\{([^{}]*)\}/g)].flatMap(([, body = '']) =>
    [...body.matchAll(/^\s*(\w+)\s*=\s*"([^"$\n]+)"/gm)].map(([, name = '', value = '']): [string, string] => [`local.${name}`, value]),
  )
  return new Map([...variables, ...locals])
}

/** Terraform draws a line to the left of its errors, and numbers the lines of the source in them. */
export const withoutPlanFrame = (text: string): string => text.replace(/^[│╷╵|][ \t]?/gm, '').replace(/^[ \t]*\d{1,4}:[ \t]?/gm, '')
