import { TextField } from '#ui/text-field.tsx'
import { type AccountShow, accountShows, type ManyRoute, routeHash } from '../routes.ts'
import { manyWords } from '../words/many.ts'

const words = manyWords.table

type AccountsRoute = Extract<ManyRoute, { kind: 'accounts' }>

/** In the place of the entry that is there: each key is no step to go back to. */
function replace(route: AccountsRoute): void {
  window.location.replace(routeHash(route))
}

/** The address says what is shown, so that a reload and a link show the same. */
export function Narrowing({ route, counts }: { route: AccountsRoute; counts: Readonly<Record<AccountShow, number>> }) {
  return (
    <div className="many-narrowing">
      <fieldset className="many-shows">
        <legend>{words.showLabel}</legend>
        <div className="row">
          {accountShows.map((show) => (
            <label key={show} className="many-show">
              <input type="radio" name="show" value={show} checked={route.show === show} onChange={() => replace({ ...route, show })} />
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
        onChange={(event) => replace({ ...route, text: event.target.value })}
      />
    </div>
  )
}
