/** Phrases with the words of a failure that say the opposite. */
const assurances: readonly RegExp[] = [
  /\b(?:without|no|zero|0|free of)(?: an?| any| further| known| more)? (?:errors?|problems?|issues?|failures?|faults?)\b/gi,
  /\bno (?:\w+ ){0,3}permissions? (?:(?:is|are|was|were) )?(?:missing|lacking|required|needed|insufficient)\b/gi,
  /\b(?:no|without|not|n['’]t) (?:any )?(?:missing|lack(?:s|ing)?|insufficient)(?: (?:any|the|required|of))* permissions?\b/gi,
  /\bpermissions? (?:is|are|was|were)(?: not|n['’]t) (?:missing|insufficient|lacking)\b/gi,
  /\b(?:all|any|the|its|every)(?: of)?(?: the)?(?: required| necessary| needed)? permissions?\b[^.\n]{0,60}\b(?:is|are|was|were|have been|has been) (?:\w+ )?(?:present|granted|in place|attached|available|set up|correct|there|configured|assigned|met|satisfied|valid|ok)\b/gi,
  /(?<!(?:\b(?:not|must|should|to|never)|n['’]t) )\b(?:has|have|grants?|includes?|contains?)(?: all)?(?: of)?(?: the| its)? (?:required|necessary|needed) permissions?\b/gi,
  /\b(?:(?:was|were|has been|have been) )?(?:successfully assumed|assumed successfully)\b|\b(?:was|were) assumed(?=,? (?:but|and|however|successfully)\b)/gi,
]

/** The text without what it says isn't wrong. */
export const withoutAssurance = (text: string): string => assurances.reduce((rest, form) => rest.replace(form, ' '), text)

/** Advice after a failure names its likely cause. On its own, it tells of no failure. */
const trouble =
  /\b(?:fail\w*|errors?|problems?|issues?|unable|invalid|incorrect|wrong|denied|rejected|refused|unauthorized|forbidden|expired|mismatch\w*|unsuccessful|cannot|(?:could|can|does|do|did|is|was|has|are|were)(?: not|n['’]t)|not (?:able|authorized|allowed|valid|found|connected|trusted|verified))\b/i

export const tellsOfTrouble = (text: string): boolean => trouble.test(text)

const sentences = (text: string): readonly string[] => text.split(/[.!?](?=\s|$)|\n/)

/** A sentence that the form matches is about a role, and not about external IDs in general. */
export const isOfRole = (text: string, form: RegExp): boolean =>
  sentences(text).some((sentence) => form.test(sentence) && /\broles?\b|assum(?:e|ed|ing|ption|erole)\b|trust policy/i.test(sentence))
