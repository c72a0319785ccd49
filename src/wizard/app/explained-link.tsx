import { localized } from '#i18n/language.ts'
import { editorMessages } from '#ui/editor-messages.ts'
import { explainedHash } from './routes.ts'

/** In a tab of its own, so that nothing of what is typed or watched here is lost. */
export function ExplainedLink({ code }: { readonly code: string }) {
  const words = localized(editorMessages)
  return (
    <a href={explainedHash(code)} target="_blank" rel="noopener" key={code}>
      <span>{words.learnMore(code)}</span>
      <span className="visually-hidden"> {words.newTab}</span>
    </a>
  )
}
