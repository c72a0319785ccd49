/** Values as their field has them: one alone is its text, several are entered. */
export const valuesText = (values: readonly string[]): string => values.join('\n') + (values.length > 1 ? '\n' : '')
