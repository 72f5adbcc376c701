import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** Nothing of the environment, flags or loaders of the process reaches the thread; its heap is bounded. */
const bounds = {
  env: {},
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
}

/**
 * Starts the MIME thread from the bundle the launcher names in POSTHORN_MIME_WORKER, else (tests, development) from
 * the TypeScript source, bundled in memory.
 */
export async function startWorker(): Promise<Worker> {
  const bundled = process.env.POSTHORN_MIME_WORKER
  if (bundled) return new Worker(/* turbopackIgnore: true */ bundled, bounds)
  return new Worker(/* turbopackIgnore: true */ await bundleFromSource(), { ...bounds, eval: true })
}

let source: Promise<string> | null = null

function bundleFromSource(): Promise<string> {
  source ??= bundle()
  return source
}

async function bundle(): Promise<string> {
  const esbuild = await import(/* turbopackIgnore: true */ 'esbuild')
  const built = await esbuild.build({
    entryPoints: [path.resolve(/* turbopackIgnore: true */ process.cwd(), 'lib/mime/worker/main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  })
  return built.outputFiles[0]?.text ?? ''
}
