import type { Json } from '../base/canonical.ts'
import { dayOf, type Instant } from '../base/day.ts'
import { hashOf } from '../base/hash.ts'
import { makeLeaf } from '../db/leaf.ts'
import type { Step } from './flow.ts'
import type { Acting, Office } from './office.ts'
import { basisOf, type Procedure } from './procedure.ts'
import type { CaseDocument, Paper, People } from './schema.ts'
import * as store from './store.ts'

/** `SC-2026-000123`: kind, year and a running number. */
export const numbered = (prefix: string, at: Instant, n: number): string =>
  `${prefix}-${dayOf(at).slice(0, 4)}-${String(n).padStart(6, '0')}`

/** Leaves and documents of the steps: what each commits to, and what is issued with it. */
export async function stamped(
  asked: Acting,
  { procedure: p, people }: Office,
  steps: readonly Step[],
): Promise<store.KeptStep[]> {
  const issuing = steps.filter(({ event }) => p.verbs[event.verb]?.document !== undefined)
  const numbers = issuing.length === 0 ? [] : await store.nextNumbers(asked.db, issuing.length)
  return Promise.all(
    steps.map(async (step) => {
      const n = numbers[issuing.indexOf(step)]
      const document = n === undefined ? undefined : await issue(asked, p, people, step, n)
      const paper: Paper = document === undefined ? step.paper : { ...step.paper, document: document.number }
      const { event, file } = step
      const { answers, ...said } = paper
      const leaf = makeLeaf({
        type: `${p.id}.${event.verb}`,
        subject: file.number,
        at: event.at,
        groups: {
          act: { seq: event.seq, by: event.by, side: event.side, state: event.state },
          ...(answers === undefined ? {} : { answers: answers as unknown as Json }),
          said: said as unknown as Json,
          ...(document === undefined ? {} : { document: document.content as unknown as Json }),
        },
      })
      return { ...step, paper, leaf, ...(document === undefined ? {} : { document }) }
    }),
  )
}

const PORTAL = { vi: 'Cổng một cửa về trí tuệ nhân tạo', en: 'One-stop portal on AI' }

async function issue(
  asked: Acting,
  p: Procedure,
  people: People,
  step: Step,
  n: number,
): Promise<CaseDocument | undefined> {
  const { event, file, paper } = step
  const document = p.verbs[event.verb]?.document
  if (document === undefined) return undefined
  const unit = event.side === 'unit' && file.unit !== null ? await people.unitName(asked.db, file.unit) : undefined
  const content = {
    type: 'saola.document.v1',
    number: numbered(document.prefix, event.at, n),
    kind: document.kind,
    title: { ...document.title },
    procedure: p.id,
    file: file.number,
    step: event.seq,
    issuedAt: event.at,
    issuer: { ...(unit ?? PORTAL) },
    to: (await people.partyName(asked.db, file.party)) ?? '',
    cites: [...new Set([p.verbs[event.verb]?.cite ?? '', ...basisOf(p, file.answers)])].filter((c) => c !== ''),
    content: hashOf((paper.shown ?? []) as unknown as Json),
    site: asked.site.url,
    legalValue: asked.site.mode === 'production',
  } as const
  const jws = await asked.keys.sign(content)
  return {
    number: content.number,
    seq: event.seq,
    content: { ...content, cites: [...content.cites] },
    jws,
    at: event.at,
  }
}
