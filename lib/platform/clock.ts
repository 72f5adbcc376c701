/** The clock as a value, so that decisions can be tested at any time of day. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
