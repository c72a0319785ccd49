import { localized } from '#i18n/language.ts'
import { editorMessages } from '#ui/editor-messages.ts'
import { explainedHash } from './routes.ts'

/** A new tab keeps the input and the running check of this one. */
export function ExplainedLink({ code }: { readonly code: string }) {
  const words = localized(editorMessages)
  return (
    <a href={explainedHash(code)} target="_blank" rel="noopener" key={code}>
      <span>{words.learnMore}</span>
      <span className="visually-hidden"> {words.newTab}</span>
    </a>
  )
}
