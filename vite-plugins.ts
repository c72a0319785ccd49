import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
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

/** Packages run as in production whatever the environment says. Our own code reads NODE_ENV when it runs. */
export const productionPackages: Plugin = {
  name: 'production-packages',
  transform: {
    filter: { id: /node_modules/, code: /process\.env\.NODE_ENV/ },
    handler: (code) => ({ code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null }),
  },
}

/** The editor runs in browsers, and is larger than the rest of the server. */
export function withoutEditor(): Plugin {
  return {
    name: 'without-editor',
    load: {
      filter: { id: /ui\/editor\/(?:assisted-)?monaco-view\.tsx$/ },
      handler: () => 'export {}',
    },
  }
}

const digest = (algorithm: string, code: string, encoding: 'hex' | 'base64'): string => createHash(algorithm).update(code).digest(encoding)

/**
 * Adds a copy of the embed script whose URL has the version and a hash of the content, and prints the tag that pins it.
 * https://www.w3.org/TR/SRI/
 */
export function pinnedEmbed(): Plugin {
  return {
    name: 'pinned-embed',
    apply: 'build',
    generateBundle(_, bundle) {
      const script = bundle['embed.js']
      if (script?.type !== 'chunk') throw new Error('embed.js is not in the build')
      const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
      const fileName = `embed/${version}-${digest('sha256', script.code, 'hex').slice(0, 8)}/embed.js`
      this.emitFile({ type: 'asset', fileName, source: script.code })
      const integrity = `sha384-${digest('sha384', script.code, 'base64')}`
      const tag = `<script async src="https://YOUR-WIZARD/${fileName}" integrity="${integrity}" crossorigin="anonymous"></script>`
      this.info(`To pin this version:\n${tag}`)
    },
  }
}

/** Lists the files of the build for the demo, which loads them all so that it works without a network. */
export function offlineFiles(): Plugin {
  return {
    name: 'offline-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.keys(bundle).filter((file) => /\.(?:js|css)$/.test(file))
        this.emitFile({ type: 'asset', fileName: 'offline-files.json', source: JSON.stringify(files) })
      },
    },
  }
}

/** It can ask nothing of anybody, wherever it is opened. https://www.w3.org/TR/CSP3/ */
const nothingElse = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"

/** No text of a script can end its element. https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements */
const inScript = (code: string): string => code.replace(/<(?=\/script|!--)/gi, '\\x3c')

/** Puts the whole demo into one page, which opens from disk. Monaco needs workers, which a page from disk can't have. */
export function oneFile(fileName: string): Plugin {
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.values(bundle)
        const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
        const textOf = (ending: string) =>
          files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith(ending) ? [String(file.source)] : [])).join('\n')
        if (script.length !== 1) throw new Error(`The demo has ${script.length} scripts: they can't be one file`)
        const head = `<meta http-equiv="Content-Security-Policy" content="${nothingElse}" />\n    <style>${textOf('.css')}</style>`
        const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync('public/favicon.svg', 'utf8'))}`
        const page = textOf('.html')
          .replace(/<script type="module"[^>]*><\/script>/, () => `<script type="module">${inScript(script.join(''))}</script>`)
          .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
          .replace(/(<link rel="icon"[^>]*href=")[^"]*/, (_match, start: string) => start + icon)
          .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${head}`)
        for (const { fileName: name } of files) delete bundle[name]
        this.emitFile({ type: 'asset', fileName, source: page })
      },
    },
  }
}
