/** A colour in OKLCH: lightness 0–1, chroma, hue in radians. */
type Oklch = { readonly l: number; readonly c: number; readonly h: number }
type Rgb = readonly [number, number, number]

/** The surfaces of `tokens.css` on which the accent is written, lightest and darkest of each theme included. */
export const lightSurfaces = ['#ffffff', '#f7f6f2', '#f4f2ed', '#e3f4ea', '#fcf1d9', '#fcebe9'] as const
export const darkSurfaces = ['#0f1115', '#181b21', '#12151a', '#12281f', '#2d2413', '#331a19'] as const

/** WCAG 2.2, 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const textContrast = 4.5
/** https://www.w3.org/TR/WCAG22/#non-text-contrast */
const shapeContrast = 3
const white = '#ffffff'

const themes = {
  light: { surfaces: lightSurfaces, page: '#f7f6f2', wash: { l: 0.955, c: 0.02 }, step: -0.01 },
  dark: { surfaces: darkSurfaces, page: '#0f1115', wash: { l: 0.275, c: 0.05 }, step: 0.01 },
} as const

/**
 * Custom properties that put a brand colour in the place of the accent of `tokens.css`, with the hue kept and the lightness moved
 * until it can be read on every surface and text can be read on it. Empty for anything but `#rrggbb`.
 */
export function accentProperties(color: string | undefined): Record<string, string> {
  const rgb = color === undefined ? null : parsedHex(color)
  if (rgb === null) return {}
  const brand = oklch(rgb)
  const light = accentOn('light', brand)
  const dark = accentOn('dark', brand)
  return {
    '--accent': `light-dark(${light.accent}, ${dark.accent})`,
    '--accent-strong': `light-dark(${light.strong}, ${dark.strong})`,
    '--accent-fill': `light-dark(${light.fill}, ${dark.fill})`,
    '--accent-wash': `light-dark(${light.wash}, ${dark.wash})`,
  }
}

function accentOn(name: keyof typeof themes, brand: Oklch) {
  const theme = themes[name]
  const wash = hex({ ...brand, l: theme.wash.l, c: Math.min(brand.c, theme.wash.c) })
  const accent = firstReadable(brand, theme.step, [...theme.surfaces, wash])
  return {
    accent: hex(accent),
    strong: hex({ ...accent, l: clamp(accent.l + theme.step * 7) }),
    fill: fillOn(theme.page, brand),
    wash,
  }
}

/** The lightness nearest to the brand's at which white text can be read on the fill, and the fill is seen on the page. */
function fillOn(page: string, brand: Oklch): string {
  for (let step = 0; step <= 1; step += 0.01) {
    for (const l of [brand.l - step, brand.l + step]) {
      const color = hex({ ...brand, l: clamp(l) })
      if (contrast(color, white) >= textContrast && contrast(color, page) >= shapeContrast) return color
    }
  }
  return hex(brand)
}

function firstReadable(brand: Oklch, step: number, against: readonly string[]): Oklch {
  for (let l = brand.l; l > 0 && l < 1; l += step) {
    const candidate = hex({ ...brand, l })
    if (against.every((other) => contrast(candidate, other) >= textContrast)) return { ...brand, l }
  }
  return { ...brand, l: step < 0 ? 0 : 1, c: 0 }
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((p, q) => q - p)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: string): number {
  const [r, g, b] = (parsedHex(color) ?? [0, 0, 0]).map(linear)
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function parsedHex(color: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  if (match === null) return null
  const [, r = '', g = '', b = ''] = match
  return [Number.parseInt(r, 16) / 255, Number.parseInt(g, 16) / 255, Number.parseInt(b, 16) / 255]
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
const companded = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055)
const clamp = (value: number) => Math.min(1, Math.max(0, value))

/** The matrices of OKLab: https://bottosson.github.io/posts/oklab/ */
function oklch([red, green, blue]: Rgb): Oklch {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { l: lightness, c: Math.hypot(a, bb), h: Math.atan2(bb, a) }
}

function linearRgb({ l: lightness, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** Outside sRGB the chroma shrinks, so that hue and lightness, on which the contrast hangs, stay. */
function hex(color: Oklch): string {
  const rgb = linearRgb(color)
  const isInGamut = rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005)
  if (!isInGamut && color.c > 0.002) return hex({ ...color, c: color.c * 0.96 })
  const digits = rgb.map((channel) =>
    Math.round(clamp(companded(clamp(channel))) * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}
