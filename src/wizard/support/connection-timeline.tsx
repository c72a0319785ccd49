import { useQuery } from '@tanstack/react-query'
import type { ConnectionHistory } from '#core/verify/connection-history.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { Loading } from '#wizard/app/loading.tsx'
import { Evidence } from '#wizard/verification/evidence.tsx'
import { Time } from '#wizard/verification/time.tsx'
import { diagnosisTitle, readingSentences } from '#wizard/verification/verdict-texts.ts'
import { supportMessages } from './support-messages.ts'
import { VendorFailureText } from './vendor-action.tsx'
import { getHistory } from './vendor-api.ts'

type Moment = { readonly key: string; readonly at: string; readonly title: string; readonly verdict?: Verdict | undefined }

/** Newest first: changes, verdicts, and what became of the links to colleagues. */
function momentsOf({ entries, handoffs }: ConnectionHistory): readonly Moment[] {
  const words = localized(supportMessages)
  const changes = entries.map(({ kind, at, verdict }, index): Moment => {
    const title = verdict === undefined ? words.entries[kind] : `${words.entries.verdict}: ${diagnosisTitle(verdict.diagnosis)}`
    return { key: `${index}`, at, title, verdict }
  })
  const links = handoffs.flatMap(({ id, createdAt, openedAt, revokedAt }) => [
    { key: `${id} created`, at: createdAt, title: words.handoffs.created },
    ...(openedAt === null ? [] : [{ key: `${id} opened`, at: openedAt, title: words.handoffs.opened }]),
    ...(revokedAt === null ? [] : [{ key: `${id} revoked`, at: revokedAt, title: words.handoffs.revoked }]),
  ])
  return [...changes, ...links].toSorted((one, other) => (one.at > other.at ? -1 : 1))
}

/** `changedAt` is part of the key: a connection that has changed has more history. */
export function ConnectionTimeline({ id, changedAt }: { readonly id: string; readonly changedAt: string }) {
  const words = localized(supportMessages).connection
  const query = useQuery({ queryKey: ['support', 'history', id, changedAt], queryFn: () => getHistory(id) })
  return (
    <section className="stack" aria-label={words.timeline}>
      <h2>{words.timeline}</h2>
      {query.data === undefined && <Loading />}
      {query.data !== undefined && query.data.kind !== 'answer' && <VendorFailureText failure={query.data} />}
      {query.data?.kind === 'answer' && (
        <ol className="support-timeline">
          {momentsOf(query.data.value).map(({ key, at, title, verdict }) => (
            <li key={key}>
              <p>
                <Time at={at} hasDay /> <b>{title}</b>
              </p>
              {verdict !== undefined && readingSentences(verdict).map((sentence) => <p key={sentence}>{sentence}</p>)}
              {verdict !== undefined && <Evidence verdict={verdict} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
