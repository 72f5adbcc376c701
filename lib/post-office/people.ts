// The demo's two mail domains and the two people who live there.
import { timingSafeEqual } from 'node:crypto'

export type Person = { address: string; name: string; domain: string; password: string }

export const DOMAINS = ['alice.localhost', 'bob.localhost'] as const

const PEOPLE: Person[] = [
  { address: 'alice@alice.localhost', name: 'Alice Moreau', domain: 'alice.localhost', password: 'posthorn' },
  { address: 'bob@bob.localhost', name: 'Bob Hartmann', domain: 'bob.localhost', password: 'posthorn' },
]

/** Everybody with a mailbox at one domain. */
export function peopleOf(domain: string): Person[] {
  return PEOPLE.filter((person) => person.domain === domain)
}

/** The person with this mail address, in any case; null when there is none. */
export function findPerson(address: string): Person | null {
  return PEOPLE.find((person) => person.address === address.toLowerCase()) ?? null
}

/** The person who signs in with this address and password; null when either is wrong. */
export function signIn(address: string, password: string): Person | null {
  const person = findPerson(address)
  const given = Buffer.from(password)
  const wanted = Buffer.from(person?.password ?? '')
  if (!person || given.length !== wanted.length) return null
  return timingSafeEqual(given, wanted) ? person : null
}

/** The part behind the last @ in lower case; empty without one. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? '' : address.slice(at + 1).toLowerCase()
}
