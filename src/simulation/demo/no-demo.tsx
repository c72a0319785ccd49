import { Callout } from '#ui/controls/callout.tsx'
import { demoWords as words } from './demo-words.ts'

/** For a page whose server works with the real AWS: a demo there could be taken for the real thing, and the other way round. */
export function NoDemo() {
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
