import type { Entry } from './entry.ts'
import { transportAirTraffic } from './transport-air-traffic.ts'
import { transportAirport } from './transport-airport.ts'

/** VI.7–VI.31: the high-risk systems of aviation, in printed order. */
export const transportAir: readonly Entry[] = [...transportAirTraffic, ...transportAirport]
