import type { Connection } from '#core/connection/connection.ts'
import type { HandoffView } from '#core/connection/handoff.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { takeFocus } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import { choosePermissions, handOffConnection, passTurn, revokeHandoff, tokenOf, useHandoff } from '#wizard/api/handoff.ts'
import { Loading } from '#wizard/app/loading.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading, ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { longDate } from '#wizard/verification/time.tsx'
import { HandoffForm } from './handoff-form.tsx'
import { handoffMessages } from './handoff-messages.ts'
import { LinkCard } from './link-card.tsx'
import { useArrivals } from './message-list.tsx'
import './handoff.css'
import type { ServedVendor } from '#core/connection/vendor-fields.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { PermissionsForm } from '#wizard/permissions/permissions-form.tsx'
import { Checks } from '#wizard/verification/checks.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import '#wizard/verification/verification.css'
import { Colleague } from './handoff-panel.tsx'

type HandoffScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** Creates and revokes a link; a guest who opened the link chooses the permissions here. */
export function HandoffScreen({ vendor, connection }: HandoffScreenProps) {
  const { data: answer } = useHandoff(connection.id)
  if (answer === undefined) return <Loading />
  if (answer.kind !== 'answer') return <ActionFailure failure={answer} />
  const { handoff } = answer.value
  if (handoff?.you === 'colleague') return <ChoosePermissions vendor={vendor} connection={connection} handoff={handoff} />
  return <CreateLink vendor={vendor} connection={connection} handoff={handoff} />
}

function CreateLink({ vendor, connection, handoff }: HandoffScreenProps & { handoff: HandoffView | null }) {
  const words = localized(handoffMessages)
  const isNews = useArrivals(handoff === null ? [] : [handoff])
  const open = handoff?.standing === 'open' ? handoff : null
  const token = open === null ? null : tokenOf(open.id)
  return (
    <div className="stack single-column">
      <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
      <ScreenIntroduction screen={`handoff ${connection.id}`} title={words.title} lead={words.lead} />
      {open !== null && token !== null && (
        <LinkCard key={open.id} vendor={vendor} handoff={open} token={token} plan={rolePlan(connection, vendor)} isNews={isNews(open)} />
      )}
      {open !== null && token === null && <p>{words.notHere(longDate(open.expiresAt))}</p>}
      {open !== null && <Revoke handoff={open} />}
      {handoff?.standing === 'revoked' && isNews(handoff) && <Revoked />}
      {open === null ? (
        <HandoffForm hasPurpose isAgain={false} onHandOff={(given) => handOffConnection(connection.id, given)} />
      ) : (
        <Disclosure key={`replacement of ${open.id}`} summary={words.replace}>
          <HandoffForm hasPurpose isAgain onHandOff={(given) => handOffConnection(connection.id, given)} />
        </Disclosure>
      )}
      <p>
        <a href={routeHash({ kind: 'role', connectionId: connection.id })}>{words.back}</a>
      </p>
    </div>
  )
}

export function Revoked() {
  return (
    <p tabIndex={-1} ref={takeFocus}>
      {localized(handoffMessages).hasEnded}
    </p>
  )
}

export function Revoke({ handoff }: { handoff: HandoffView }) {
  const { isBusy, failure, run } = useAction()
  return (
    <>
      <div className="row">
        <Button busy={isBusy} onClick={() => void run(() => revokeHandoff(handoff.id))}>
          {localized(handoffMessages).revoke}
        </Button>
      </div>
      <ActionFailure failure={failure} />
    </>
  )
}

type ChoosePermissionsProps = { readonly vendor: ServedVendor; readonly connection: Connection; readonly handoff: HandoffView }

/** For a guest whose link asks them to choose the permissions. */
function ChoosePermissions({ vendor, connection, handoff }: ChoosePermissionsProps) {
  const words = localized(handoffMessages)
  const toRole = routeHash({ kind: 'role', connectionId: connection.id })
  return (
    <div className="stack single-column">
      <DocumentTitle text={localized(shellMessages).title(words.colleague.choose, vendor.name)} />
      <Colleague vendor={vendor} handoff={handoff} />
      {handoff.turn === 'nobody' && <Result vendor={vendor} connection={connection} />}
      <ScreenHeading screen={`choose ${connection.id}`}>{words.colleague.choose}</ScreenHeading>
      {handoff.purpose === 'choose-permissions' && handoff.turn === 'colleague' && (
        <PermissionsForm
          vendor={vendor}
          connection={connection}
          hint={words.colleague.chooseHint}
          saveLabel={words.colleague.save}
          save={async (chosen) => (await choosePermissions(connection.id, chosen)) ?? passTurn(handoff.id, { kind: 'done', note: '' })}
          onSaved={() => navigate(toRole)}
        />
      )}
      <p>
        <a href={toRole}>{words.colleague.toConnection}</a>
      </p>
    </div>
  )
}

/** The evidence for the sentence above, with what was not tested. */
function Result({ vendor, connection }: Pick<ChoosePermissionsProps, 'vendor' | 'connection'>) {
  const { data: watch } = useVerification(connection.id)
  return <Checks plan={rolePlan(connection, vendor)} verdict={watch?.verdict ?? null} />
}
