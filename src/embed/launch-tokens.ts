/** A fresh token from the back end of the page. */
type TokenSource = () => string | null | Promise<string | null>
export type GivenToken = TokenSource | string | null

/** A page whose tokens are refused must not ask for one after the other. */
const shortestRenewalMs = 60_000

async function freshToken(source: TokenSource): Promise<string | null> {
  try {
    return await source()
  } catch (cause) {
    console.warn('rolebridge-wizard: launchToken failed, so the wizard loads without a token.', cause)
    return null
  }
}

/** The function of the page that makes tokens, if it has one. */
export function launchTokens() {
  let source: TokenSource | null = null
  let renewedAt = Number.NEGATIVE_INFINITY
  return {
    source: () => source,
    use: (given: GivenToken) => {
      source = typeof given === 'function' ? given : null
    },
    /** Null where the page gives no function. */
    fresh: () => source && freshToken(source),
    /** True at most once in a while. */
    isRenewalDue: () => {
      const isDue = source !== null && performance.now() - renewedAt > shortestRenewalMs
      if (isDue) renewedAt = performance.now()
      return isDue
    },
  }
}
