/** Counted from 1; columns in UTF-16 units. */
export type CodePlace = { readonly line: number; readonly column: number }

/** Something said about a stretch of the text, with the whole text as it would be without it where that is known. */
export type CodeRemark = {
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly source: { readonly name: string; readonly href: string }
  readonly start: CodePlace
  readonly end: CodePlace
  readonly fix?: { readonly title: string; readonly text: string } | undefined
}

type CodeCompletion = {
  readonly text: string
  readonly detail: string
  /** More can be suggested once this is written. */
  readonly isBeginning: boolean
}

/** Suggestions for the text between two offsets. */
export type CodeCompletions = { readonly start: number; readonly end: number; readonly completions: readonly CodeCompletion[] }

/** Knowledge about the text that the editor itself does not have. */
export type CodeAssistance = {
  readonly remarks: readonly CodeRemark[]
  /** The text that the remarks are about: a fix is not offered for another one. */
  readonly of: string
  readonly complete: (text: string, offset: number) => Promise<CodeCompletions | null>
  /** The schema of a JSON text. It suggests names and values, and explains them. */
  readonly schema?: JsonSchema | undefined
}

export type JsonSchema = { readonly filename: string; readonly schema: unknown }

/** A change requested from outside the editor. Each object is carried out once. */
export type CodeOrder = { readonly kind: 'replace'; readonly text: string } | { readonly kind: 'reveal'; readonly place: CodePlace }

const carriedOut = new WeakSet<CodeOrder>()

/** True the first time that it is asked for an order: the editor that comes after the plain text must not repeat what that has done. */
export function takeOrder(order: CodeOrder): boolean {
  const isNew = !carriedOut.has(order)
  carriedOut.add(order)
  return isNew
}
