/** The registry answers without ever waiting, so only a timer lets other requests come in between. It is there in Node and in a page. */
export const othersAnswered = () => new Promise<void>((resume) => setTimeout(resume, 0))
