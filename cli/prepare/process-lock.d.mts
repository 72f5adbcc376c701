export type ProcessLock = { release(): Promise<void> }
export function tryLock(key: string): Promise<ProcessLock | null>
export function waitForLock(key: string, seconds: number): Promise<ProcessLock>
export function lockHolder(key: string): Promise<string>
