import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { explainedHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { type Entry, entries } from './entries.ts'
import { explainedMessages } from './explained-messages.ts'
import './explained.css'

type ExplainedScreenProps = { readonly vendor: ServedVendor; readonly code: string | null }

/** What a message links to: needs no server, no session and no connection. One code may name a diagnosis and an ailment. */
export function ExplainedScreen({ vendor, code }: ExplainedScreenProps) {
  const words = localized(explainedMessages)
  const all = entries(vendor)
  const found = all.filter((entry) => entry.code === code)
  const [first] = found
  const title = first === undefined ? words.title : `${first.code}: ${first.title}`
  return (
    <div className="stack explained-screen">
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <div className="stack introduction">
        <ScreenHeading screen={`explained ${code}`}>{title}</ScreenHeading>
        {first === undefined && <p className="lead">{code === null ? words.lead : words.unknown(code)}</p>}
      </div>
      {found.map((entry) => (
        <EntryCard key={entry.chapter} entry={entry} />
      ))}
      {first === undefined ? (
        <AllEntries all={all} />
      ) : (
        <p>
          <a href="#/explained">{words.all}</a>
        </p>
      )}
    </div>
  )
}

function EntryCard({ entry: { chapter, title, parts, todo, source } }: { readonly entry: Entry }) {
  const words = localized(explainedMessages)
  return (
    <Card>
      <p className="hint">{words.chapters[chapter]}</p>
      <h2>{title}</h2>
      <dl className="explained-parts">
        {parts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{words.todo}</dt>
          <dd>
            <ol>
              {todo.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </dd>
        </div>
        {source !== null && (
          <div>
            <dt>{words.source}</dt>
            <dd>
              <Source text={source} />
            </dd>
          </div>
        )}
      </dl>
    </Card>
  )
}

function Source({ text }: { readonly text: string }) {
  if (!text.startsWith('https://')) return text
  return (
    <a href={text} target="_blank" rel="noopener" translate="no">
      {text}
      <span className="visually-hidden"> {localized(explainedMessages).newTab}</span>
    </a>
  )
}

function AllEntries({ all }: { readonly all: readonly Entry[] }) {
  const chapters = [...new Set(all.map(({ chapter }) => chapter))]
  return chapters.map((chapter) => (
    <section key={chapter}>
      <h2>{localized(explainedMessages).chapters[chapter]}</h2>
      <ul className="explained-list">
        {all
          .filter((entry) => entry.chapter === chapter)
          .map(({ code, title }) => (
            <li key={code}>
              <a href={explainedHash(code)}>{code}</a> <span>{title}</span>
            </li>
          ))}
      </ul>
    </section>
  ))
}
