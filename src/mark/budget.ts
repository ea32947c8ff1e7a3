/** How much work one file may cost. Steps, not seconds: the same file ends at the same place on every machine. */
export interface Bounds {
  /** One for each structure looked at, one for each 64 bytes searched, one for each 16 bytes inflated. */
  readonly steps: number
  /** Bytes that compressed parts may unfold to, all together. */
  readonly inflated: number
  /** Bytes kept of one value; the rest is left out and said so. */
  readonly value: number
  /** Bytes kept of all values together. */
  readonly kept: number
  readonly fields: number
  /** Boxes within boxes. */
  readonly depth: number
}

export const BOUNDS: Bounds = {
  steps: 4_000_000,
  inflated: 32 << 20,
  value: 1 << 20,
  kept: 16 << 20,
  fields: 4096,
  depth: 16,
}

/** Why a scan saw less than everything. */
export const LIMITS = ['steps', 'inflated', 'value', 'kept', 'fields', 'depth', 'truncated', 'encrypted'] as const
export type Limit = (typeof LIMITS)[number]

/** What is left of the bounds. Once something is used up, every loop that asks here comes to its end. */
export class Budget {
  readonly bounds: Bounds
  readonly met = new Set<Limit>()
  private steps: number
  private toInflate: number
  private toKeep: number

  constructor(bounds: Bounds = BOUNDS) {
    this.bounds = bounds
    this.steps = bounds.steps
    this.toInflate = bounds.inflated
    this.toKeep = bounds.kept
  }

  /** May the next step be taken? Every loop over bytes of a file asks this in its condition. */
  step(cost = 1): boolean {
    this.steps -= cost
    if (this.steps >= 0) return true
    this.met.add('steps')
    return false
  }

  get used(): number {
    return this.bounds.steps - Math.max(0, this.steps)
  }

  /** How many of these bytes may still be unfolded. */
  inflatable(wanted: number): number {
    return Math.min(wanted, this.toInflate)
  }

  inflated(bytes: number): void {
    this.toInflate -= bytes
    this.step(bytes >> 4)
  }

  /** How many bytes of a value may be kept. */
  keep(wanted: number): number {
    const allowed = Math.min(wanted, this.bounds.value, this.toKeep)
    if (allowed < wanted) this.met.add(this.toKeep < this.bounds.value ? 'kept' : 'value')
    this.toKeep -= allowed
    return allowed
  }

  deeper(depth: number): boolean {
    if (depth < this.bounds.depth) return true
    this.met.add('depth')
    return false
  }
}
