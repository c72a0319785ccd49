import type { Plugin } from 'vite'

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
