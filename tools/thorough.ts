/** False in a run that has to end in minutes on two cores: it has a part of each family. All: `npm run unit:thorough`, `npm run e2e:thorough`. */
export const isThorough = process.env['ROLEBRIDGE_TESTS'] === 'thorough'

/** A run that isn't thorough has one of them. */
export const parts = isThorough ? 1 : 4

/** Random cases of a property that takes seconds. Part of them are the first ones of all, because the seed stays the same. */
export const runs = (all: number): number => Math.ceil(all / parts)

/** The cells of a table that a run tries. Every row and every column occurs. */
export const isTried = (row: number, column: number): boolean => (row + column) % parts === 0
