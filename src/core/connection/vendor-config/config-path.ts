/** From the top of the config: names of keys and indexes of list items. */
export type ConfigPath = readonly (string | number)[]

const plainKey = /^[\w$-]+$/

function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`
  return plainKey.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

/** `permissionSets[0].statements[1].actions`, or `(top level)`. */
export const pathText = (path: ConfigPath): string => path.map(step).join('').replace(/^\./, '') || '(top level)'

/** `permissionSets[].statements[].actions`: the same for every item of a list. */
export const fieldOf = (path: ConfigPath): string =>
  path
    .map((key) => (typeof key === 'number' ? '[]' : `.${key}`))
    .join('')
    .replace(/^\./, '')
