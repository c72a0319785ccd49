import { explainedLinkWords as words } from '#wizard/words/explained-link.ts'
import { explainedHash } from './routes.ts'

/** In a tab of its own, so that nothing of what is typed or watched here is lost. */
export function ExplainedLink({ code }: { readonly code: string }) {
  return (
    <a href={explainedHash(code)} target="_blank" rel="noopener" key={code}>
      <span>{words.about(code)}</span>
      <span className="visually-hidden"> {words.newTab}</span>
    </a>
  )
}
