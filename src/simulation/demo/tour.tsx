import { useRef, useState } from 'react'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { actOut } from './tour-acts.ts'

/** The tour acts on the page when asked to. It blocks nothing, so that viewers can also go their own way. */
export function Tour({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).tour
  const [index, setIndex] = useState(0)
  const [isActing, setIsActing] = useState(false)
  const acting = useRef(new AbortController())
  const stop = words.stops[index]
  if (stop === undefined) return null
  const isLast = index === words.stops.length - 1

  function interrupt(): void {
    acting.current.abort()
    acting.current = new AbortController()
    setIsActing(false)
  }

  function end(): void {
    interrupt()
    stage.change({ isTourOpen: false })
  }

  function next(): void {
    interrupt()
    setIndex(index + 1)
  }

  async function show(): Promise<void> {
    const { signal } = acting.current
    setIsActing(true)
    await actOut(stage, index, signal)
    if (signal.aborted) return
    setIsActing(false)
    if (!isLast) setIndex(index + 1)
  }

  return (
    <aside className="demo-tour" aria-label={words.label}>
      <div role="status" className="stack">
        <h2 key={stop.title}>{stop.title}</h2>
        <p key={stop.text}>{stop.text}</p>
      </div>
      <div className="row">
        <Button variant="primary" busy={isActing} onClick={() => void show()}>
          {words.show}
        </Button>
        <Button onClick={isLast ? end : next}>{isLast ? words.done : words.next}</Button>
        {!isLast && (
          <Button variant="quiet" onClick={end}>
            {words.skip}
          </Button>
        )}
        <span className="hint">{words.place(index + 1, words.stops.length)}</span>
      </div>
    </aside>
  )
}
