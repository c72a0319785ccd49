import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { shellWords as words } from '#wizard/words/shell.ts'

/** In the place of a screen that failed. A chunk that cannot be loaded stays so until the page is loaded anew. */
export function Broken() {
  return (
    <Callout
      tone="unsafe"
      role="alert"
      title={words.broken.title}
      actions={
        <Button look="primary" onClick={() => window.location.reload()}>
          {words.reload}
        </Button>
      }
    >
      <p>{words.broken.why}</p>
    </Callout>
  )
}
