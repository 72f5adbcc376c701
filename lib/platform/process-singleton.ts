/**
 * Keeps one value a process under `name`. Next loads a module once for each of its bundles, so a
 * module-level variable would exist several times; globalThis does not.
 */
export function processSingleton<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>
  const key = Symbol.for(`posthorn.${name}`)
  store[key] ??= make()
  return store[key] as T
}
