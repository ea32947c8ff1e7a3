/**
 * The mark: the saola's two parallel horns, two straight strokes on a 32 grid. Drawn by us, one colour, legible at 16 px.
 */
export const HORNS = 'M4 30 11 2h5.5l-7 28ZM15.5 30l7-28H28l-7 28Z'

/** The icon of the browser tab. It follows the theme by itself. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#14213d}@media(prefers-color-scheme:dark){path{fill:#eef2f9}}</style><path d="${HORNS}"/></svg>`
