/** The demo as one file, which has no server, no files next to it, and no editor. */
export const isOneFile = import.meta.env.MODE === 'demo-file'
