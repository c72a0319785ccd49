import { localized } from '#i18n/language.ts'
import { explainedHash } from './routes.ts'
import { shellMessages } from './shell-messages.ts'

/** In a tab of its own, so that nothing of what is typed or watched here is lost. */
export function ExplainedLink({ code }: { readonly code: string }) {
  const words = localized(shellMessages).explained
  return (
    <a href={explainedHash(code)} target="_blank" rel="noopener" key={code}>
      <span>{words.about(code)}</span>
      <span className="visually-hidden"> {words.newTab}</span>
    </a>
  )
}
