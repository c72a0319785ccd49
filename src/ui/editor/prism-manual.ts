/** Prism reads this when it starts. Without it, Prism would rewrite every code element of the page. */
Object.assign(globalThis, { Prism: { manual: true, disableWorkerMessageHandler: true } })
