import { useState } from 'react'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { demoMessages } from './demo-messages.ts'

type TourProps = { readonly onEnd: () => void }

/** Words at the edge of the page. Whoever goes their own way is never in its way: it blocks nothing and waits for nothing. */
export function Tour({ onEnd }: TourProps) {
  const words = localized(demoMessages).tour
  const [index, setIndex] = useState(0)
  const stop = words.stops[index]
  if (stop === undefined) return null
  const isLast = index === words.stops.length - 1
  return (
    <aside className="demo-tour" aria-label={words.label}>
      <div role="status" className="stack">
        <h2 key={stop.title}>{stop.title}</h2>
        <p key={stop.text}>{stop.text}</p>
      </div>
      <div className="row">
        <Button look="primary" onClick={isLast ? onEnd : () => setIndex(index + 1)}>
          {isLast ? words.done : words.next}
        </Button>
        {!isLast && (
          <Button look="quiet" onClick={onEnd}>
            {words.skip}
          </Button>
        )}
        <span className="hint">{words.place(index + 1, words.stops.length)}</span>
      </div>
    </aside>
  )
}
