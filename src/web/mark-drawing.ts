/**
 * The mark: the saola's two parallel horns, two straight strokes on a 32 grid. Drawn by us, one colour, legible at 16 px.
 */
export const HORNS = 'M7 29 13 3h4.5L11.5 29ZM18.5 29 24.5 3H29L23 29Z'

/** The icon of the browser tab. It follows the theme by itself. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#14213d}@media(prefers-color-scheme:dark){path{fill:#eef2f9}}</style><path d="${HORNS}"/></svg>`
