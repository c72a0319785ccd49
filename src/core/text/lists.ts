/** `Array.isArray` does not narrow to readonly arrays. */
export function isList<Value>(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value)
}
