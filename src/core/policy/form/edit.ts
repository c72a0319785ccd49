import type { JsonValue } from '#core/policy/json/json-node.ts'
import type { Edit, Path } from './rule.ts'

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function editedList(list: readonly JsonValue[], index: number, next: JsonValue | undefined): JsonValue {
  return next === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, next)
}

function editedObject(object: { readonly [name: string]: JsonValue }, name: string, next: JsonValue | undefined): JsonValue {
  if (next !== undefined && !Object.hasOwn(object, name)) return Object.fromEntries([...Object.entries(object), [name, next]])
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      if (key !== name) return [[key, value]]
      return next === undefined ? [] : [[key, next]]
    }),
  )
}

function at(value: JsonValue | undefined, path: Path, replacement: JsonValue | undefined): JsonValue | undefined {
  const [step, ...rest] = path
  if (step === undefined) return replacement
  if (isList(value)) return typeof step === 'number' ? editedList(value, step, at(value[step], rest, replacement)) : value
  const object = typeof value === 'object' && value !== null ? value : {}
  const name = String(step)
  return editedObject(object, name, at(Object.hasOwn(object, name) ? object[name] : undefined, rest, replacement))
}

export function edited(value: JsonValue, edits: readonly Edit[]): JsonValue {
  return edits.reduce<JsonValue>((document, edit) => at(document, edit.path, edit.value) ?? null, value)
}
