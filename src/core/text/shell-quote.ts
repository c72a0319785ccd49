/** The text as one word for a POSIX shell. Nothing is special between single quotes except the quote. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
