export function step<T>(name: string, work: () => Promise<T> | T): Promise<T>
export function print(line: string): void
