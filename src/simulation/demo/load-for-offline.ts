import * as z from 'zod/mini'
import type { Vendor } from '#core/connection/vendor.ts'
import { isOneFile } from '#ui/browser/one-file.ts'
import { learnServicesOf } from '#wizard/app/action-data.ts'

const Files = z.array(z.string())

type Link = { readonly rel: string; readonly href: string }

/** Stays in the page: a chunk that needs the file finds it there. */
function linked({ rel, href }: Link): Promise<void> {
  const known = [...document.head.querySelectorAll('link')].some((link) => link.rel === rel && link.href === href && !link.disabled)
  if (known) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = rel
    link.href = href
    link.onload = () => resolve()
    // Firefox also reports an error for a module that the page has loaded already.
    link.onerror = () => fetched(href).then(() => resolve(), reject)
    document.head.append(link)
  })
}

async function fetched(href: string): Promise<Blob> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href} failed to load`)
  return response.blob()
}

/** Workers are fetched each time they start, and a host may forbid to keep them. */
async function keepWorker(href: string, kept: Map<string, string>): Promise<void> {
  kept.set(href, URL.createObjectURL(await fetched(href)))
}

/** False where the policy of the server allows workers of its own files alone. Such a server also has them cached. */
function allowsKeptWorkers({ headers }: Response): boolean {
  const policy = headers.get('Content-Security-Policy') ?? ''
  const [, sources = 'blob:'] = /(?:^|;)\s*worker-src\s([^;]*)/.exec(policy) ?? []
  return sources.includes('blob:')
}

/** Also where a page has a policy that its server doesn't send. */
function mayStartKeptWorkers(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(0)'], { type: 'text/javascript' })))
      worker.onmessage = () => resolve(true)
      worker.onerror = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
}

async function startKeptWorkers(kept: ReadonlyMap<string, string>): Promise<void> {
  if (!(await mayStartKeptWorkers())) return
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(kept.get(new URL(url, document.baseURI).href) ?? url, options)
    }
  }
}

/** A browser asks for the icon again at each change of the URL. */
async function keepIcon(): Promise<void> {
  const icon = document.head.querySelector<HTMLLinkElement>('link[rel="icon"]:not([href^="data:"])')
  if (icon !== null) icon.href = `data:image/svg+xml,${encodeURIComponent(await (await fetched(icon.href)).text())}`
}

/** Fonts are declared in the style sheets, and loaded when they are seen. */
const loadFonts = (): Promise<unknown> => Promise.all([...document.fonts].map((font) => font.load()))

const isWorker = (file: string): boolean => /\.worker-[\w-]+\.js$/.test(file)

/** Loads every file of the build, and what AWS documents about the services in the config. Rejects if a file fails to load. */
export async function loadForOffline(vendor: Vendor): Promise<void> {
  if (isOneFile) return
  const response = await fetch('offline-files.json')
  const files = Files.parse(await response.json()).map((file) => new URL(file, document.baseURI).href)
  const workers = new Map<string, string>()
  await Promise.all([
    ...files.filter(isWorker).map((href) => keepWorker(href, workers)),
    ...files.filter((file) => file.endsWith('.js') && !isWorker(file)).map((href) => linked({ rel: 'modulepreload', href })),
    ...files.filter((file) => file.endsWith('.css')).map((href) => linked({ rel: 'stylesheet', href })),
    learnServicesOf(JSON.stringify(vendor.permissionSets)),
    keepIcon(),
  ])
  await Promise.all([allowsKeptWorkers(response) && startKeptWorkers(workers), loadFonts()])
}
