import { day } from '../../base/day.ts'
import type { EntryCase } from './case.ts'
import type { TransportGroup } from './entry.ts'

/** Part of the fact key (`1` of `Q.VI.7.1`), the answer that keeps the system in, what the opposite answer shows. */
type Answer = readonly [part: string, keepsIn: boolean, flipped: string]

const FIRST_DAY = day('2026-08-15')
const DAY_BEFORE = day('2026-08-14')
const ORDINARY_DAY = day('2026-09-01')

/** The matching case of an entry, then the same answers with exactly one of them turned round. */
function entry(code: string, group: TransportGroup, matches: string, answers: readonly Answer[]): EntryCase[] {
  const kind = `Q.${code}`
  const facts: Record<string, string | boolean> = {
    screen: 'system',
    'sector.transport': true,
    [`group.${group}`]: true,
    [kind]: true,
    ...Object.fromEntries(answers.map(([part, keepsIn]) => [`${kind}.${part}`, keepsIn])),
  }
  const common = { code, on: ORDINARY_DAY }
  return [
    { ...common, name: `${code}: ${matches}`, facts, match: true, kind: 'match' },
    {
      ...common,
      name: `${code}: a system of another kind is outside the entry, whatever the other answers`,
      facts: { ...facts, [kind]: false },
      match: false,
      kind: 'misses-by-one',
    },
    ...answers.map(
      ([part, keepsIn, flipped]): EntryCase => ({
        ...common,
        name: `${code}: ${flipped} is outside the entry`,
        facts: { ...facts, [`${kind}.${part}`]: !keepsIn },
        match: false,
        kind: /^[xy]$/.test(part) ? 'exclusion' : 'misses-by-one',
      }),
    ),
  ]
}

/** The same answers on the eve of the Decision and on its first day. */
const atTheEdge = ([match]: readonly EntryCase[]): EntryCase[] =>
  match === undefined
    ? []
    : [
        {
          ...match,
          name: `${match.code}: on 14 August 2026 the Decision is not yet in force`,
          on: DAY_BEFORE,
          match: false,
          kind: 'edge',
        },
        { ...match, name: `${match.code}: 15 August 2026 is the first day of the list`, on: FIRST_DAY, kind: 'edge' },
      ]

/** The last answer of these rows is on a stated effect: while nobody denies it, it counts as there. */
const effectUnanswered = ([match]: readonly EntryCase[]): EntryCase[] =>
  match === undefined
    ? []
    : [
        {
          ...match,
          name: `${match.code}: the stated effect counts as there while nobody denies it`,
          facts: Object.fromEntries(Object.entries(match.facts).slice(0, -1)),
          kind: 'edge',
        },
      ]

const autonomousOrders = entry('VI.7', 'air-traffic', 'heading orders no controller supervises and approves are in', [
  ['1', true, 'a system that issues no orders itself'],
  ['2', false, 'an order the controller both supervises and approves'],
  ['x', false, 'a system that only gives suggestions or reference alerts'],
])

const obstacleClearance = entry('VI.31', 'airport-infrastructure', 'stopping works on images alone is in the entry', [
  ['1', true, 'an alert that is no legal ground for a stop or a fine'],
  ['2', false, 'a stop ordered after a field appraisal'],
])

const baggageScreening = entry(
  'VI.21',
  'aviation-security',
  'baggage isolated with no mandatory re-check by security staff is in the entry',
  [
    ['1', true, 'a system that decides neither on alarms nor on baggage'],
    ['2', false, 'an alarm security staff must re-check'],
    ['3', true, 'a system said, with reasons, to do harm neither by a miss nor by a false alarm'],
  ],
)

const behaviourDetection = entry(
  'VI.22',
  'aviation-security',
  'a camera alert no security officer first confirms is in the entry',
  [
    ['0', true, 'behaviour detection away from the security control area'],
    ['1', true, 'a system that does not identify suspicious behaviour itself'],
    ['2', true, 'a system that triggers neither alert nor intervention'],
    ['3', false, 'an alert security staff confirm first'],
    ['4', true, 'a system said, with reasons, not to affect personal freedom directly'],
  ],
)

const landingAid = entry(
  'VI.29',
  'airport-infrastructure',
  'AI that decides in guiding a landing in fog is in the entry',
  [
    ['1', true, 'guidance that is not for limited visibility'],
    ['2', true, 'a landing aid whose AI decides nothing automatically'],
    ['3', true, 'a system said, with reasons, not to affect the safety of landing directly'],
  ],
)

/** Worked cases of VI.7–VI.31. */
export const transportAirCases: readonly EntryCase[] = [
  ...autonomousOrders,
  ...atTheEdge(autonomousOrders),
  ...entry('VI.8', 'air-traffic', 'landing clearances the controller does not approve independently are in the entry', [
    ['1', true, 'a system that neither gives nor executes clearances'],
    ['2', false, 'a clearance the controller approves independently'],
  ]),
  ...entry('VI.9', 'air-traffic', 'a separation measure no controller approves is in the entry', [
    ['1', true, 'a system that does not detect the risk of conflict itself'],
    ['2', true, 'a system that detects conflicts and gives no separation measure'],
    ['3', false, 'a separation measure the controller approves'],
  ]),
  ...entry(
    'VI.10',
    'air-traffic',
    'slots confirmed at a large international airport without a re-check are in the entry',
    [
      ['1', true, 'slot allocation at an airport of 5 million passengers a year or fewer'],
      ['2', true, 'a system that does not confirm slots itself'],
      ['3', false, 'slot allocation the airport coordinator can re-check'],
      ['x', false, 'decision support that only suggests slots'],
    ],
  ),
  ...entry('VI.11', 'flight', 'an AI autopilot that handles an emergency without the pilot is in the entry', [
    ['0', true, 'an autopilot that cannot decide alone in abnormal situations'],
    ['1', true, 'AI that adjusts neither route nor altitude and handles no emergency'],
    ['2', false, 'an AI autopilot that needs the pilot to intervene and confirm'],
    ['x', false, 'an ordinary autopilot type-certified before the Civil Aviation Law took effect'],
  ]),
  ...entry('VI.12', 'flight', 'AI that steers the aircraft out of the way without the pilot is in the entry', [
    ['1', true, 'collision avoidance without AI'],
    ['2', true, 'collision avoidance that warns and cannot steer'],
    ['3', false, 'an evasive manoeuvre that needs an action by the pilot'],
    ['x', false, 'a traditional TCAS type-certified before the Civil Aviation Law took effect'],
  ]),
  ...entry('VI.13', 'flight', 'a diversion neither pilot nor controller confirms is in the entry', [
    ['1', true, 'a system that neither proposes nor executes a diversion or emergency landing'],
    ['2', false, 'a diversion the pilot confirms'],
  ]),
  ...entry(
    'VI.14',
    'air-traffic',
    'closing a runway for weather without the meteorological authority is in the entry',
    [
      ['1', true, 'a forecast that closes no runway and stops no flight'],
      ['2', false, 'a runway closure the meteorological authority approves'],
    ],
  ),
  ...entry('VI.15', 'airfield', 'taxi clearances the ground controller does not confirm are in the entry', [
    ['1', true, 'a system that clears, allots and coordinates nothing itself'],
    ['2', false, 'a taxi clearance the ground controller confirms'],
  ]),
  ...entry('VI.16', 'airfield', 'live stand allocation the operations staff do not approve is in the entry', [
    ['1', true, 'a system that does not decide on stands or gates itself'],
    ['2', true, 'stand allocation away from live operation'],
    ['3', false, 'stand allocation the airport operations staff approve'],
  ]),
  ...entry(
    'VI.17',
    'airfield',
    'a fuel truck running by itself among aircraft with no operator watching is in the entry',
    [
      ['1', true, 'a system that controls no vehicle airside'],
      ['2', true, 'a vehicle that cannot hit aircraft or airport infrastructure'],
      ['3', false, 'a vehicle its operator directly supervises'],
    ],
  ),
  ...entry(
    'VI.18',
    'air-traffic',
    'a licensed drone near the runway unsupervised by air traffic control is in the entry',
    [
      ['1', true, 'a system that does not steer the drone itself'],
      ['2', true, 'a drone far from the control zone and the runway'],
      ['3', false, 'a drone the air traffic control body directly supervises'],
      ['x', false, 'a system against drones that intrude unlawfully'],
    ],
  ),
  ...entry('VI.19', 'flight', 'a release to fly no certified engineer reviews and signs is in the entry', [
    ['1', true, 'maintenance analysis that neither grounds nor releases an aircraft'],
    ['2', false, 'a grounding order a certified engineer reviews and signs'],
  ]),
  ...entry('VI.20', 'flight', 'fuelling set by the system with the type of fuel unconfirmed is in the entry', [
    ['1', true, 'a system that does not set amount and time of fuelling itself'],
    ['2', false, 'fuelling for which the flight operations engineer confirms the type of fuel'],
  ]),
  ...baggageScreening,
  ...effectUnanswered(baggageScreening),
  ...behaviourDetection,
  ...effectUnanswered(behaviourDetection),
  ...entry('VI.23', 'aviation-security', 'refusing carriage with no verification by security staff is in the entry', [
    ['1', true, 'a system that neither refuses carriage nor triggers a security measure'],
    ['2', false, 'a refusal of carriage competent security staff verify'],
  ]),
  ...entry('VI.24', 'aviation-security', 'jamming an intruding drone with no confirming order is in the entry', [
    ['0', true, 'a system not aimed at intruders into a no-fly zone around an airport'],
    ['1', true, 'a system that detects drones and executes no counter-measure'],
    ['2', false, 'a counter-measure the competent military body orders'],
  ]),
  ...entry('VI.25', 'airport-infrastructure', 'intervening in a national SCADA network unconfirmed is in the entry', [
    ['1', true, 'a system without power to intervene in the control network'],
    ['2', true, 'a network that is not nationally important aviation infrastructure'],
    ['3', false, 'an intervention the operating engineer confirms'],
  ]),
  ...entry('VI.26', 'airfield', 'a runway closed on an intrusion no member of the staff confirms is in the entry', [
    ['1', true, 'a system that does not detect intrusions itself'],
    ['2', true, 'detection that triggers no control of physical infrastructure'],
    ['3', false, 'a runway closure the airport operations staff confirm'],
  ]),
  ...entry(
    'VI.27',
    'airfield',
    'operation limited for a foreign object no member of the staff confirms is in the entry',
    [
      ['1', true, 'a system that does not detect objects or dangers itself'],
      ['2', true, 'detection that neither alerts nor limits operation'],
      ['3', false, 'an alert the airport operating staff confirm'],
    ],
  ),
  ...entry(
    'VI.28',
    'airport-infrastructure',
    'direct control of runway lights on which landing depends is in the entry',
    [
      ['1', true, 'a system that only reads data and controls nothing'],
      ['2', true, 'control that leaves navigation and landing of aircraft untouched'],
    ],
  ),
  ...landingAid,
  ...effectUnanswered(landingAid),
  ...entry('VI.30', 'aviation-security', 'a pass refused on the AI result alone without the board is in the entry', [
    ['1', true, 'a rating that is one ground among others'],
    ['2', true, 'a rating not used to refuse a pass or limit access'],
    ['3', false, 'a refusal the appraisal board reviews independently'],
  ]),
  ...obstacleClearance,
  ...atTheEdge(obstacleClearance),
]
