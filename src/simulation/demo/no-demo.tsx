import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { demoMessages } from './demo-messages.ts'

/** For a page whose server works with the real AWS: a demo there could be taken for the real thing, and the other way round. */
export function NoDemo() {
  const words = localized(demoMessages)
  return (
    <main className="page">
      <Callout tone="note" title={words.notHere}>
        <p>{words.notHereWhy}</p>
        <p>
          <a href="?">{words.toWizard}</a>
        </p>
      </Callout>
    </main>
  )
}
