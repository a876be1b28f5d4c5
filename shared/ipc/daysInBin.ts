// How long the bin keeps things; apart from the calls, so that a screen can say it without their schemas.

/** Days for which what was deleted can be brought back. */
export const daysInBin = 30
