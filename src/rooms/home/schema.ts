/** The accounts behind the one-click tours of the evaluation mode; `world.ts` makes them. */
export const TOURS = {
  provider: { email: 'mai@bentrang.example' },
  incident: { email: 'mai@bentrang.example' },
  officer: { email: 'tiep@donvitiepnhan.example' },
  desk: { email: 'tiep@donvitiepnhan.example' },
} as const

/** The code of a message of the made-up world, so that a visitor can return to it. */
export const TOLD_CODE = 'sen trang thuyen bien nang mua hoa que'

/** Whoever may be shown around; the citizen needs no account. */
export const TOUR_ROLES = ['provider', 'incident', 'officer', 'desk', 'citizen'] as const
export type TourRole = (typeof TOUR_ROLES)[number]
