/** Words that no reader meets, each with what to write instead. Docs can be checked with the same list. */
const bannedWords: readonly (readonly [banned: RegExp, instead: string])[] = [
  [/\blook(s|ed|ing)? (now|at|again)\b|\b(last|next) look\b/i, 'check'],
  [/\bby itself\b/i, 'automatically'],
  [/\b(let|lets|letting) (us|it|them)? ?in\b/i, 'allow'],
  [/\bmend(s|ed)?\b|\bput(s|ting)? (it )?right\b/i, 'fix'],
  [/\b(whoever|somebody|nobody|everybody|anybody)\b/i, 'someone, no one, anyone'],
  [/\bstands?\b/i, 'is'],
  [/\bbeside\b/i, 'next to, in addition to'],
  [/\b(likewise|anew)\b/i, 'also, again'],
  [/\bdemands?\b|\b(asks|asked) for\b/i, 'requires, requested'],
  [/\bforbid(s|den)?\b/i, 'blocks, denies'],
  [/\b(small|capital) letters\b|\bupper and lower case\b/i, 'lowercase letters, capitalization'],
  [/\b(press|tick|untick)(es|s|ed)?\b(?! (Ctrl|F8|Enter|Tab|Esc))/i, 'choose, select'],
  [/\blongest session\b/i, 'maximum session duration'],
  [/\bremarks?\b/i, 'issue'],
  [/\b(proved|proves)\b/i, 'verified'],
  [/\bend the link\b/i, 'revoke'],
  [/\b(spelt|recognis\w+|colours?|e-mails?|licence|behaviour)\b/i, 'US English'],
  [/\bof the config\b/i, 'in the config'],
]

/** Contractions are for screens; documents are free, and so are quotations. */
const stiffWords: readonly (readonly [banned: RegExp, instead: string])[] = [
  [/\b(do|does|did|could|would|is|are|was|were|has|have) not\b|\bcannot\b/i, 'don’t, can’t, isn’t'],
  [/(^|[.!?:] )It is\b/, 'It’s'],
]

const found = (text: string, list: typeof bannedWords): readonly string[] =>
  list.flatMap(([banned, instead]) => {
    const word = banned.exec(text)?.[0]
    return word === undefined ? [] : [`“${word}” (${instead}) in “${text}”`]
  })

export const bannedIn = (text: string): readonly string[] => found(text, bannedWords)

export const bannedOnScreens = (text: string): readonly string[] => [
  ...bannedIn(text),
  ...found(text.replace(/“[^”]*”/g, '“…”'), stiffWords),
]
