import { useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { DemoIcon } from './demo-icon.tsx'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'

const styles = `
  :root { color-scheme: light dark; }
  body { margin: 24px; max-inline-size: 60ch; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { margin: 0 0 8px; font-size: 1.25rem; line-height: 1.4; font-weight: 600; }
  p { margin: 0 0 12px; }
`

/** A window of its own, on the presenter's screen. Null if the browser blocks it. */
function openWindow(title: string): Window | null {
  const opened = window.open('', 'rolebridge-notes', 'popup,width=480,height=400')
  const ofItsOwn = opened?.document.defaultView
  if (!ofItsOwn) return null
  // A constructed style sheet, because the page's policy may allow no inline styles.
  const sheet = new ofItsOwn.CSSStyleSheet()
  sheet.replaceSync(styles)
  ofItsOwn.document.adoptedStyleSheets = [sheet]
  ofItsOwn.document.title = title
  ofItsOwn.document.body.replaceChildren()
  ofItsOwn.focus()
  return ofItsOwn
}

/** The audience sees the notes only if the presenter presses the key for them. */
export function NotesButton({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const { areNotesShown } = useSyncExternalStore(stage.subscribe, stage.state)
  const [elsewhere, setElsewhere] = useState<Window | null>(null)
  function open(): void {
    const opened = openWindow(words.notes)
    opened?.addEventListener('pagehide', () => setElsewhere(null))
    setElsewhere(opened)
    if (opened === null) stage.change({ areNotesShown: true })
  }
  return (
    <>
      <Button variant="quiet" onClick={open}>
        <DemoIcon name="note" />
        {words.notes}
      </Button>
      {elsewhere !== null && createPortal(<Notes stage={stage} />, elsewhere.document.body)}
      {areNotesShown && (
        <aside className="presenter-notes" aria-label={words.notes}>
          <Notes stage={stage} />
        </aside>
      )}
    </>
  )
}

function Notes({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const { scenario } = useSyncExternalStore(stage.subscribe, stage.state)
  const { title, story } = localized(scenario.messages)
  return (
    <>
      <h1>{title}</h1>
      <p>{story}</p>
      {scenario.expects !== null && (
        <p>
          {words.shows} <code translate="no">{scenario.expects}</code>.
        </p>
      )}
    </>
  )
}
