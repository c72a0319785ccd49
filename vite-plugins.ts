import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Writes AWS's action data into the public folder if it is missing. The data is from a package, so the repository has no copy. */
export const iamData: Plugin = {
  name: 'iam-data',
  config: () => {
    if (existsSync('public/iam-data/index.json')) return
    execFileSync(process.execPath, ['--import', 'tsx', 'tools/action-data.ts'], { stdio: ['ignore', 'ignore', 'inherit'] })
  },
}

/**
 * Inlines the style sheet, because the page contains the first screen, which would otherwise wait a round trip for its styles. The link
 * stays, disabled, so that lazy chunks that need the same sheet don't load it again.
 * https://html.spec.whatwg.org/multipage/semantics.html#attr-link-disabled
 */
export function inlineStyles(): Plugin {
  return {
    name: 'inline-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) =>
        html.replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (link, file) => {
          const sheet = bundle[file]
          if (sheet?.type !== 'asset') throw new Error(`${file} is not in the build`)
          return `<style>${sheet.source}</style>\n    ${link.replace('<link', '<link disabled')}`
        }),
    },
  }
}

/**
 * Monaco's JSON language pulls in `internal/common/workers.js`, which imports every editor feature for its side effects and would
 * make the editor chunk several hundred kilobytes larger. The features in use are imported one by one, so these imports go.
 */
export function slimMonaco(): Plugin {
  return {
    name: 'slim-monaco',
    transform: {
      filter: { id: /monaco-editor[\\/]esm[\\/]vs[\\/]internal[\\/]common[\\/]workers\.js/ },
      handler: (code) => ({ code: code.replace(/^import '[^']+';$/gm, ''), map: null }),
    },
  }
}
