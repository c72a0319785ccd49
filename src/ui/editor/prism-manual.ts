/** Read by Prism when it starts: without it, Prism would rewrite every code element of the document by itself. */
Object.assign(globalThis, { Prism: { manual: true, disableWorkerMessageHandler: true } })
