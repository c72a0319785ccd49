import type { ChangeFilter } from './connection-records.ts'
import type { Registry } from './registry.ts'

const possible = /^[\x21-\x7e]{1,256}$/

/** Launch tokens name tenants by any characters but these. */
const storable = /^[^\p{Cc}\p{Cs}]{0,512}$/u

/** False for a filter that no connection passes, because it names a text that no store has. */
const isPossible = ({ changedSince = '0', ...names }: ChangeFilter): boolean =>
  possible.test(changedSince) && Object.values(names).every((name) => storable.test(name))

/** Nothing has an ID that this server would not make. Some stores can't even be asked for such a text, and requests can contain any. */
const whereId =
  <Rest extends readonly unknown[], Result>(ask: (id: string, ...rest: Rest) => Promise<Result>, otherwise: Result) =>
  async (id: string, ...rest: Rest): Promise<Result> =>
    possible.test(id) ? ask(id, ...rest) : otherwise

const whereOwnId =
  <Rest extends readonly unknown[], Result>(ask: (tenant: string, id: string, ...rest: Rest) => Promise<Result>, otherwise: Result) =>
  async (tenant: string, id: string, ...rest: Rest): Promise<Result> =>
    possible.test(id) ? ask(tenant, id, ...rest) : otherwise

/** The registry, which is asked only for possible IDs. */
export function withPossibleIds(registry: Registry): Registry {
  const { find, state, list, changes, ofAnyTenant, history, updatePermissions, rename, disconnect, disconnections } = registry
  const { handoffs, rotations, events } = registry
  return {
    ...registry,
    find: whereOwnId(find, null),
    state: whereOwnId(state, null),
    list: async (tenant, page) => (page.after === null || possible.test(page.after) ? list(tenant, page) : null),
    changes: async (filter, page) => (isPossible(filter) ? changes(filter, page) : { entries: [], unreadable: 0, next: null }),
    ofAnyTenant: whereId(ofAnyTenant, null),
    history: whereOwnId(history, null),
    updatePermissions: whereOwnId(updatePermissions, null),
    rename: whereOwnId(rename, null),
    disconnect: whereOwnId(disconnect, false),
    disconnections: {
      start: whereOwnId(disconnections.start, null),
      cancel: whereOwnId(disconnections.cancel, null),
      save: whereOwnId(disconnections.save, false),
    },
    handoffs: { ...handoffs, find: whereId(handoffs.find, null), change: whereId(handoffs.change, null) },
    events: { ...events, find: whereId(events.find, null), redeliver: whereId(events.redeliver, null) },
    rotations: {
      start: whereOwnId(rotations.start, { kind: 'absent' }),
      confirm: whereOwnId(rotations.confirm, null),
      complete: whereOwnId(rotations.complete, null),
      cancel: whereOwnId(rotations.cancel, null),
    },
  }
}
