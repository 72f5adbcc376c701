import { startTestPostgres } from './postgres'

/** Vitest's global set-up of the integration tests: one server for the whole run, found by the environment. */
export default async function setup() {
  const postgres = await startTestPostgres()
  process.env.POSTHORN_TEST_POSTGRES = postgres.url
  return () => postgres.stop()
}
