import type { ServedVendor } from '#core/vendor.ts'
import { Callout } from '#ui/callout.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { DocumentTitle } from '#ui/document-title.tsx'
import { handoffWords as words } from '../words/handoff.ts'
import { shellWords } from '../words/shell.ts'
import type { EndedCode } from './ended-code.ts'
import { Leave } from './leave.tsx'

/** For who comes by a link that opens nothing any more. */
export function Ended({ vendor, code }: { vendor: ServedVendor; code: EndedCode }) {
  const { title, why } = words.ended[code]
  const text = words.endedAsk(vendor.name)
  return (
    <>
      <DocumentTitle text={shellWords.title(title, vendor.name)} />
      <Callout
        tone="note"
        role="alert"
        title={title}
        actions={
          <>
            <CopyButton text={text} label={words.copyAsk} />
            <Leave label={words.startOver} />
          </>
        }
      >
        <p>{why}</p>
        <p>{words.endedTodo}</p>
        <p>{text}</p>
      </Callout>
    </>
  )
}
