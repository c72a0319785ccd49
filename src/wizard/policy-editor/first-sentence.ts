const longest = 90

const shortened = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`)

/** What a message says is wrong, without what to write instead: for names that must be short. */
export const firstSentence = (text: string): string => shortened(/^.*?[.?](?=\s|$)/s.exec(text)?.[0] ?? text)
