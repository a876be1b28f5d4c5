// What the simulator remembers of the requests so far, for faults that come and go.

export type Traffic = {
  /** API requests so far. */
  calls: number
  inFlight: number
  /** API requests of the running minute, for throttling by the minute. */
  minute: { start: number; calls: number }
  /** How often rows were moved between pages. */
  shifted: number
  /** Release folders that were in use until lately: gone, not unroutable. */
  former: string[]
}
