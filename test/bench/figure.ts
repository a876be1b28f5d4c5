// One measured figure, and whether it reaches its goal.

export type Figure = {
  name: string
  value: number
  unit: string
  /** The same measured on what the figure is compared with, in the same unit and run. */
  peer: number | null
  /** `value` ÷ `peer`. */
  ratio: number | null
  /** In words: "≤ 16 ms". */
  goal: string
  ok: boolean
}

type Goal = {
  most?: number
  /** Of value ÷ peer. */
  mostRatio?: number
  leastRatio?: number
}

type Measured = {
  name: string
  value: number
  unit: string
  goal: Goal
  peer?: { name: string; value: number }
}

/** Judges what was measured by its goal. */
export function figure({ name, value, unit, goal, peer }: Measured): Figure {
  if (![value, peer?.value ?? 0].every(Number.isFinite)) throw new Error(`${name} has nothing to go by.`)
  const ratio = peer ? value / peer.value : null
  const parts = [
    { limit: goal.most, reached: value <= (goal.most ?? 0), words: `≤ ${goal.most} ${unit}` },
    {
      limit: goal.mostRatio,
      reached: ratio !== null && ratio <= (goal.mostRatio ?? 0),
      words: `≤ ${goal.mostRatio} × ${peer?.name}`,
    },
    {
      limit: goal.leastRatio,
      reached: ratio !== null && ratio >= (goal.leastRatio ?? 0),
      words: `≥ ${goal.leastRatio} × ${peer?.name}`,
    },
  ].filter(({ limit }) => limit !== undefined)
  return {
    name,
    value: rounded(value),
    unit,
    peer: peer ? rounded(peer.value) : null,
    ratio: ratio === null ? null : rounded(ratio),
    goal: parts.map(({ words }) => words).join(' and '),
    ok: parts.every(({ reached }) => reached),
  }
}

const rounded = (value: number): number => Number(value.toPrecision(4))

/** The value below which the given share of the values lies: 0.5 is the median. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN

export const median = (values: readonly number[]): number => percentile(values, 0.5)
export const p95 = (values: readonly number[]): number => percentile(values, 0.95)
