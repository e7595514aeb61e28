/** The exit codes, as the documentation promises them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, invalid: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
