/** Seconds in hours, to a tenth. */
export const sessionHours = (seconds: number): number => Math.round((seconds / 3600) * 10) / 10
