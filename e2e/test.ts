import { test as playwrightTest } from '@playwright/test'

/**
 * In Firefox Playwright fills a field by setting its value and telling so, which React takes for a change of its own. Here the browser
 * itself inserts the text, as when somebody types or pastes it.
 */
const insertAsTyped = () => {
  const get = () => (text: string) => {
    document.execCommand('insertText', false, text)
    return document.activeElement
  }
  Object.defineProperty(window, '__pw_bidiInsertText', { get, set: () => undefined })
}

export const test = playwrightTest.extend({
  context: async ({ context, browserName }, use) => {
    if (browserName === 'firefox') await context.addInitScript(insertAsTyped)
    await use(context)
  },
})

/** The details of a test of a family: a member of it in each run, the others by `npm run e2e:thorough`. */
export const inEachRunIf = (isInEachRun: boolean, ...tags: readonly string[]) => ({ tag: [...tags, ...(isInEachRun ? [] : ['@thorough'])] })
