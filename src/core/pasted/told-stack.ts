import type { PastedFact } from './pasted-fact.ts'

/** A person's words on a stack that failed, without its reason. */
const ofToldStack =
  /(?<!\b(?:call|full|tech|software|web)[ -])\b(?:stacks?|CloudFormation)\b(?! ?(?:sets?|overflow|traces?|exchange)\b)[^.?\n]{0,100}\b(?:roll(?:s|ed|ing)? ?back|stuck|hangs?|hung|hanging)\b|\b(?:stuck|hangs|hanging|roll(?:s|ed|ing)? ?back)\b[^.?\n]{0,60}(?<!\b(?:call|full|tech|software|web)[ -])\b(?:stack|CloudFormation)\b(?! ?(?:sets?|overflow|traces?|exchange)\b)/i

export function toldStack(text: string): readonly PastedFact[] {
  const [message] = ofToldStack.exec(text) ?? []
  return message === undefined ? [] : [{ kind: 'error-text', code: 'StackToldOf', operation: null, message: '' }]
}
