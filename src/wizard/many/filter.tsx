import { localized } from '#i18n/language.ts'
import { TextField } from '#ui/controls/fields.tsx'
import { type AccountShow, accountShows } from '#wizard/app/routes.ts'
import { type AccountOrder, type AccountsRoute, replaceAccounts } from './accounts-address.ts'
import { manyMessages } from './many-messages.ts'

type NarrowingProps = {
  readonly route: AccountsRoute
  readonly order: AccountOrder
  readonly counts: Readonly<Record<AccountShow, number>>
}

/** The address says what is shown, so that a reload and a link show the same. */
export function Narrowing({ route, order, counts }: NarrowingProps) {
  const words = localized(manyMessages).table
  return (
    <div className="many-narrowing">
      <fieldset className="many-shows">
        <legend>{words.showLabel}</legend>
        <div className="row">
          {accountShows.map((show) => (
            <label key={show} className="many-show">
              <input
                type="radio"
                name="show"
                value={show}
                checked={route.show === show}
                onChange={() => replaceAccounts({ ...route, show }, order)}
              />
              <span>
                {words.show[show]} <span className="many-count">{counts[show]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={words.search}
        hint={words.searchHint}
        type="search"
        value={route.text}
        onChange={(event) => replaceAccounts({ ...route, text: event.target.value }, order)}
      />
    </div>
  )
}
