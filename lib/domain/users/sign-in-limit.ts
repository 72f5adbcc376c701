import { RateLimiterRes } from 'rate-limiter-flexible'
import { rateLimiter } from './rate-limit.store'
import { SignInError } from './sign-in-error'

const WINDOW_SECONDS = 15 * 60
export const TRIES_PER_ADDRESS = 10
export const TRIES_PER_NETWORK = 100

const perAddress = () => rateLimiter('sign-in-address', TRIES_PER_ADDRESS, WINDOW_SECONDS)
const perNetwork = () => rateLimiter('sign-in-network', TRIES_PER_NETWORK, WINDOW_SECONDS)

/**
 * Counts one try before the password is looked at, so that tries made at once are all counted.
 * Throws SignInError `too-many`.
 */
export async function takeTry(address: string, network: string): Promise<void> {
  await consume(perNetwork(), network)
  await consume(perAddress(), address)
}

/** A right password forgives the address its earlier tries, and the network this one. */
export async function forgiveTries(address: string, network: string): Promise<void> {
  await Promise.all([perAddress().delete(address), perNetwork().reward(network, 1)])
}

/** A try that a broken server spoiled does not count. */
export async function giveBackTry(address: string, network: string): Promise<void> {
  await Promise.all([perAddress().reward(address, 1), perNetwork().reward(network, 1)])
}

async function consume(limiter: ReturnType<typeof rateLimiter>, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new SignInError('too-many')
    throw error
  }
}
