import { lazy, Suspense } from 'react'
import { artifactDialects, artifactIds } from '#core/artifacts/artifacts.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { currentLanguage, localized, withMessages } from '#i18n/language.ts'
import { useHash } from '#ui/browser/use-hash.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ServerState } from '#wizard/api/server-state.tsx'
import { Loading } from '#wizard/app/loading.tsx'
import type { PageOptions } from '#wizard/app/page-options.ts'
import { readRoute } from '#wizard/app/routes.ts'
import { SimulatedMark, VendorFrame } from '#wizard/app/screen.tsx'
import { ArtifactRendering } from '#wizard/role/artifact-rendering.tsx'
import { artifactViewMessages } from './artifact-view-messages.ts'
import '#wizard/role/role.css'
import '#wizard/app/wizard.css'
import './artifact-view.css'
import { placeholderMarks, placeholderPlan, withReadablePlaceholders } from './placeholder-plan.ts'

type ArtifactViewProps = { readonly vendor: ServedVendor; readonly options: PageOptions }

/** One artifact alone, for a page of documentation: the vendor's values, and words where the reader's go. */
export function ArtifactView({ vendor, options }: ArtifactViewProps) {
  return (
    <VendorFrame vendor={vendor} className="shell artifact-view">
      <main className="page stack">
        <SimulatedMark vendor={vendor} />
        {options.view === 'review' ? (
          <Suspense fallback={<Loading />}>
            <Review vendor={vendor} options={options} />
          </Suspense>
        ) : (
          <Artifact vendor={vendor} options={options} />
        )}
      </main>
    </VendorFrame>
  )
}

const ExampleReview = lazy(async () => ({ default: (await withMessages(import('./example-review.tsx'))).ExampleReview }))

const SharedReviewScreen = lazy(async () => ({
  default: (await withMessages(import('#wizard/review/shared-review-screen.tsx'))).SharedReviewScreen,
}))

/** Shows a real connection if the address holds a shared link, else example values. */
function Review({ vendor, options }: ArtifactViewProps) {
  const route = readRoute(useHash())
  if (route.kind === 'shared-review' && route.text !== '') return <SharedReviewScreen vendor={vendor} text={route.text} />
  return (
    <ServerState>
      <ExampleReview vendor={vendor} known={options} />
    </ServerState>
  )
}

function Artifact({ vendor, options }: ArtifactViewProps) {
  const words = localized(artifactViewMessages)
  const id = artifactIds.find((known) => known === options.view)
  const plan = placeholderPlan(vendor, options)
  if (id === undefined || plan === null) {
    return (
      <Callout tone="note" title={words.unknownTitle}>
        <p>{words.unknown([...artifactIds, 'review'])}</p>
      </Callout>
    )
  }
  const language = currentLanguage().code
  const dialect = withReadablePlaceholders(artifactDialects[id])
  const { text } = dialect.render(plan, language)
  const { title } = dialect.texts(language)
  const marks = placeholderMarks(vendor).filter((mark) => text.includes(mark))
  return (
    <>
      <DocumentTitle text={words.title(title, vendor.name)} />
      <h1>{words.title(title, vendor.name)}</h1>
      {marks.length > 0 && <p className="hint">{words.replace(marks)}</p>}
      <ArtifactRendering dialect={dialect} subject={plan} marks={marks} maxHeight="40rem" />
    </>
  )
}
