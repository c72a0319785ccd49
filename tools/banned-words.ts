/** Words that never belong in our English text, with what to write instead. Quotes from AWS and code are exempt. */
export const bannedWords: readonly { readonly word: RegExp; readonly instead: string }[] = [
  { word: /\bmend(?:s|ed|ing)?\b/i, instead: 'fix' },
  { word: /\bput(?:s|ting)? (?:it |this |them )?right\b/i, instead: 'fix' },
  { word: /\bby itself\b/i, instead: 'automatically, separately' },
  { word: /\bwhoever\b|\bwhomever\b/i, instead: 'the person who, anyone who' },
  { word: /\bsomebody\b/i, instead: 'someone' },
  { word: /\bnobody\b/i, instead: 'no one' },
  { word: /\banybody\b/i, instead: 'anyone' },
  { word: /\beverybody\b/i, instead: 'everyone' },
  { word: /\banew\b/i, instead: 'again, new' },
  { word: /\blikewise\b/i, instead: 'also, or repeat the sentence' },
  {
    word: /\blook now\b|\blast look\b|\bnext look\b|\blooks again\b|\blooked at\b/i,
    instead: 'check now, last check, next check, checked',
  },
  { word: /\blet(?:s|ting)? (?:us|you|them|him|her|it) in\b|\blet in\b/i, instead: 'allow, trust' },
  { word: /\bstands? (?:in(?! for)|at|behind|beside|there|beneath)\b/i, instead: 'is in, is at, means' },
  { word: /\bspelt\b/i, instead: 'spelled' },
  { word: /\bcolour/i, instead: 'color' },
  { word: /\bartefacts?\b/i, instead: 'artifact' },
  { word: /\bbehaviour/i, instead: 'behavior' },
  { word: /\bcatalogues?\b/i, instead: 'catalog' },
  { word: /\brecognise[ds]?\b/i, instead: 'recognize' },
  { word: /\bsynthesis(?:e|es|ed)\b/i, instead: 'synthesize' },
  { word: /\blicences?\b/i, instead: 'license' },
  { word: /\be-mails?\b/i, instead: 'email' },
  { word: /\bis to be\b|\bare to be\b/i, instead: 'must be, will be' },
  { word: /\bfor ever\b/i, instead: 'forever, or: never reuses it' },
  { word: /\bline ends?\b/i, instead: 'new line' },
]

/** Each banned word in a text, as "word: write …". */
export const bannedIn = (text: string): readonly string[] =>
  bannedWords.flatMap(({ word, instead }) => {
    const found = word.exec(text)?.[0]
    return found === undefined ? [] : [`"${found}": write ${instead}`]
  })
