/** Made by script, so that no `style-src` of the page is asked for it. https://www.w3.org/TR/cssom-1/#dom-cssstylesheet-replacesync */
export function elementStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
:host { display: block; position: relative }
:host([hidden]), [hidden] { display: none !important }
iframe { display: block; width: 100%; border: 0; color-scheme: normal }
iframe.waiting { opacity: 0 }
p { position: absolute; inset: 0; margin: 0; padding: 16px; font: 1rem/1.5 system-ui, sans-serif; text-align: center }
iframe[hidden] + p { position: static; border: 1px solid; border-radius: 8px }
a { color: inherit }
`)
  return sheet
}
