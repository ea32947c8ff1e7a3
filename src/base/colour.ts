/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number]

/** `#14213d` as numbers. */
export const rgbOf = (hex: string): Rgb => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return [r, g, b]
}

/** How light a colour is, 0 to 1 (WCAG 2.2, relative luminance). */
export function luminance([r, g, b]: Rgb): number {
  const [red, green, blue] = [linear(r), linear(g), linear(b)]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (value: number): number => {
  const c = value / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

/** How much two colours differ in lightness, 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrast = (a: Rgb, b: Rgb): number => ratio(luminance(a), luminance(b))

/** The same of two luminances. */
export const ratio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
