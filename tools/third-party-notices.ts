import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { shippedPackages } from './shipped-packages.ts'

export type ThirdPartyPackage = { readonly name: string; readonly version: string; readonly license: string; readonly text: string }

/** Apache's is that of this repository, and MIT's text is the same for all but for who has the copyright. */
const mit = (holder: string): string =>
  [
    `Copyright (c) ${holder}`,
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
    'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
  ].join('\n\n')

/** https://unlicense.org */
const unlicense = [
  'This is free and unencumbered software released into the public domain.',
  'Anyone is free to copy, modify, publish, use, compile, sell, or distribute this software, either in source code form or as a compiled binary, for any purpose, commercial or non-commercial, and by any means.',
  'In jurisdictions that recognize copyright laws, the author or authors of this software dedicate any and all copyright interest in the software to the public domain. We make this dedication for the benefit of the public at large and to the detriment of our heirs and successors. We intend this dedication to be an overt act of relinquishment in perpetuity of all present and future rights to this software under copyright law.',
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
  'For more information, please refer to <https://unlicense.org>',
].join('\n\n')

/** Many packages have no file of their license, and binaries for other platforms are not installed. */
function standardText(root: string, name: string, license: string): string {
  if (license === 'MIT') return mit(`the authors of ${name}`)
  if (license === 'Unlicense') return unlicense
  return license === 'Apache-2.0' ? readFileSync(join(root, 'LICENSE'), 'utf8').trim() : ''
}

function licenseText(folder: string): string {
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|third-?party-?notices)/i.test(name))
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n')
}

/** Parts of a package that have a license of their own, which it does not say. */
const containedWorks: readonly ThirdPartyPackage[] = [
  {
    name: 'Codicons (the icon font of monaco-editor)',
    version: '',
    license: 'CC-BY-4.0',
    text: 'Icons by Microsoft Corporation, https://github.com/microsoft/vscode-codicons, unchanged, under the Creative Commons Attribution 4.0 International license: https://creativecommons.org/licenses/by/4.0/legalcode. They come without warranties of any kind.',
  },
]

/** Packages in the server or in the browser files. */
export function thirdPartyPackages(root: string): readonly ThirdPartyPackage[] {
  const fromLock = shippedPackages(root).map(({ path, name, version, license }) => ({
    name,
    version,
    license,
    text: licenseText(join(root, path)) || standardText(root, name, license),
  }))
  return [...fromLock, ...containedWorks]
}

export function noticesText(packages: readonly ThirdPartyPackage[]): string {
  const sections = packages.map(({ name, version, license, text }) => `${`${name} ${version}`.trim()}\nLicense: ${license}\n\n${text}\n`)
  return [`Rolebridge contains the following third-party software.\n`, ...sections].join(`\n${'-'.repeat(80)}\n\n`)
}

if (process.argv[1] === import.meta.filename) {
  const root = dirname(import.meta.dirname)
  writeFileSync(join(root, 'dist/client/third-party-notices.txt'), noticesText(thirdPartyPackages(root)))
}
