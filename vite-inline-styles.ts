import type { Plugin } from 'vite'

/**
 * Puts the style sheet of the page into the page: the first screen is in it too, and would wait a whole round trip for its looks. The link
 * stays, disabled, so that parts which are loaded later and name the same sheet find it there.
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
