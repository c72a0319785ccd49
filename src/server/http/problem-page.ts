import { problems } from './problems.ts'

const section = ([code, { status, title, remedy }]: [string, (typeof problems)[keyof typeof problems]]): string =>
  `<h2 id="${code}"><code>${code}</code></h2>\n<p><strong>${title}</strong> (HTTP ${status}). ${remedy}</p>`

/** What the `type` of every problem leads to. */
export const problemPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Problems · Rolebridge</title>
<style>:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif } body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem }</style>
</head>
<body>
<main>
<h1>Problems</h1>
<p>Every error of the API is a problem (RFC 9457) with one of these codes. Codes never change.</p>
${Object.entries(problems).map(section).join('\n')}
</main>
</body>
</html>
`
