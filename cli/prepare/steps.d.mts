export function step<T>(name: string, work: () => Promise<T> | T, words?: (result: T) => string): Promise<T>
export function print(line: string): void
