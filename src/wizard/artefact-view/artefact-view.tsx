import { lazy, Suspense } from 'react'
import { artefactIds } from '#core/artefacts/artefacts.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { accentProperties } from '#ui/accent.ts'
import { Callout } from '#ui/callout.tsx'
import { DocumentTitle } from '#ui/document-title.tsx'
import { Ribbon } from '#ui/ribbon.tsx'
import { useHash } from '#ui/use-hash.ts'
import { withWords } from '#words/language.ts'
import { ServerState } from '../api/server-state.tsx'
import { Loading } from '../loading.tsx'
import type { PageOptions } from '../page-options.ts'
import { ArtefactRendering } from '../role/artefact-rendering.tsx'
import { readRoute } from '../routes.ts'
import '../role/role.css'
import { artefactViewWords as words } from '../words/artefact-view.ts'
import { spokenArtefact } from '../words/artefacts.ts'
import { shellWords } from '../words/shell.ts'
import '../wizard.css'
import './artefact-view.css'
import { placeholderMarks, placeholderPlan, withReadablePlaceholders } from './placeholder-plan.ts'

type ArtefactViewProps = { readonly vendor: ServedVendor; readonly options: PageOptions }

/** One artefact alone, for a page of documentation: the vendor's values, and words where the reader's go. */
export function ArtefactView({ vendor, options }: ArtefactViewProps) {
  return (
    <div className="shell artefact-view" style={accentProperties(vendor.accentColor)}>
      {vendor.simulated && (
        <Ribbon label={shellWords.simulatedMark}>
          <p>{shellWords.simulated}</p>
        </Ribbon>
      )}
      <main className="page stack">
        {options.view === 'review' ? (
          <Suspense fallback={<Loading />}>
            <Review vendor={vendor} options={options} />
          </Suspense>
        ) : (
          <Artefact vendor={vendor} options={options} />
        )}
      </main>
    </div>
  )
}

const ExampleReview = lazy(async () => ({ default: (await withWords(import('./example-review.tsx'))).ExampleReview }))

const SharedReviewScreen = lazy(async () => ({
  default: (await withWords(import('../review/shared-review-screen.tsx'))).SharedReviewScreen,
}))

/** Of a real connection where the address has the link that was shared, else with example values. */
function Review({ vendor, options }: ArtefactViewProps) {
  const route = readRoute(useHash())
  if (route.kind === 'shared-review' && route.text !== '') return <SharedReviewScreen vendor={vendor} text={route.text} />
  return (
    <ServerState>
      <ExampleReview vendor={vendor} known={options} />
    </ServerState>
  )
}

function Artefact({ vendor, options }: ArtefactViewProps) {
  const id = artefactIds.find((known) => known === options.view)
  const plan = placeholderPlan(vendor, options)
  if (id === undefined || plan === null) {
    return (
      <Callout tone="note" title={words.unknownTitle}>
        <p>{words.unknown([...artefactIds, 'review'])}</p>
      </Callout>
    )
  }
  const dialect = withReadablePlaceholders(spokenArtefact(id))
  const { text } = dialect.render(plan)
  const marks = placeholderMarks(vendor).filter((mark) => text.includes(mark))
  return (
    <>
      <DocumentTitle text={words.title(dialect.title, vendor.name)} />
      <h1>{words.title(dialect.title, vendor.name)}</h1>
      {marks.length > 0 && <p className="hint">{words.replace(marks)}</p>}
      <ArtefactRendering dialect={dialect} subject={plan} marks={marks} maxHeight="40rem" />
    </>
  )
}
