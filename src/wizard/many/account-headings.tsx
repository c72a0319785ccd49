import { localized } from '#i18n/language.ts'
import { manyMessages } from './many-messages.ts'
import './account-headings.css'
import { TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { type AccountShow, accountShows } from '#wizard/app/routes.ts'
import { type AccountOrder, type AccountsRoute, nextOrder, replaceAccounts, type SortKey } from './account-order.ts'

const columns = ['account', 'region', 'externalId', 'status', 'actions'] as const

/** A column says two things of an account where there is room for one. */
const keysOf: Readonly<Partial<Record<(typeof columns)[number], readonly SortKey[]>>> = {
  account: ['account', 'name'],
  status: ['status', 'lastCheckedAt'],
}

type AccountHeadingsProps = { readonly route: AccountsRoute; readonly order: AccountOrder }

/** The headings that sort. https://www.w3.org/WAI/ARIA/apg/patterns/table/examples/sortable-table/ */
export function AccountHeadings({ route, order }: AccountHeadingsProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as in the table.
    <thead role="rowgroup">
      {/* biome-ignore lint/a11y/noRedundantRoles: as in the table. */}
      <tr role="row">
        {columns.map((column) => (
          <Heading key={column} column={column} {...{ route, order }} />
        ))}
      </tr>
    </thead>
  )
}

function Heading({ column, route, order }: AccountHeadingsProps & { readonly column: (typeof columns)[number] }) {
  const words = localized(manyMessages).table
  const keys = keysOf[column]
  if (keys === undefined) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: as in the table.
      <th scope="col" role="columnheader" className="account-unsorted">
        {words[column]}
      </th>
    )
  }
  const sorted = order !== null && keys.includes(order.by) ? order : null
  const direction = sorted?.isDescending === true ? 'descending' : 'ascending'
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as in the table.
    <th scope="col" role="columnheader" aria-sort={sorted === null ? undefined : direction}>
      {keys.map((key) => (
        <button key={key} type="button" className="account-sort" onClick={() => replaceAccounts(route, nextOrder(order, key))}>
          {words.sortKeys[key]}
          <span className="account-sort-mark" data-direction={sorted?.by === key ? direction : undefined} aria-hidden="true" />
        </button>
      ))}
    </th>
  )
}

type AccountFilterProps = {
  readonly route: AccountsRoute
  readonly order: AccountOrder
  readonly counts: Readonly<Record<AccountShow, number>>
  /** Titles of the diagnoses that the failing accounts have. */
  readonly errors: readonly string[]
}

/** The address says what is shown, so that a reload and a link show the same. */
export function AccountFilter({ route, order, counts, errors }: AccountFilterProps) {
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
      {errors.length > 0 && (
        <SelectField
          label={words.error}
          value={route.show === 'failing' && errors.includes(route.text) ? route.text : ''}
          onChange={({ target: { value } }) => replaceAccounts({ ...route, show: value === '' ? 'all' : 'failing', text: value }, order)}
          options={[{ value: '', label: words.anyError }, ...errors.map((value) => ({ value, label: value }))]}
        />
      )}
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
