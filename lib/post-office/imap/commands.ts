// The commands this server knows, by name.
import { append } from './append'
import { authenticate, login, logout } from './authenticate'
import { CAPABILITIES } from './capabilities'
import { fetch } from './fetch'
import { create, listFolders, listSubscribed, remove, rename, status, subscribe } from './folders'
import { idle } from './idle'
import { copy, expunge, move } from './place'
import { search } from './search'
import { close, select, unselect } from './select'
import type { Command } from './session'
import { store } from './store-flags'

export const commands: Record<string, Command | undefined> = {
  __proto__: null as never,
  CAPABILITY: {
    when: 'always',
    run: async (session) => {
      await session.untagged([`CAPABILITY ${CAPABILITIES}`])
      return 'CAPABILITY completed'
    },
  },
  NOOP: { when: 'always', run: () => 'NOOP completed' },
  CHECK: { when: 'selected', run: () => 'CHECK completed' },
  ID: {
    when: 'always',
    run: async (session) => {
      await session.untagged(['ID ("name" "Posthorn demo post office")'])
      return 'ID completed'
    },
  },
  LOGOUT: { when: 'always', run: logout },
  LOGIN: { when: 'signed-out', run: login },
  AUTHENTICATE: { when: 'signed-out', run: authenticate },
  ENABLE: {
    when: 'signed-in',
    run: async (session, args) => {
      const knows = args.some((arg) => arg.kind === 'atom' && /^condstore$/i.test(arg.text))
      session.isCondstore ||= knows
      await session.untagged([knows ? 'ENABLED CONDSTORE' : 'ENABLED'])
      return 'ENABLE completed'
    },
  },
  NAMESPACE: {
    when: 'signed-in',
    run: async (session) => {
      await session.untagged(['NAMESPACE (("" "/")) NIL NIL'])
      return 'NAMESPACE completed'
    },
  },
  LIST: { when: 'signed-in', run: listFolders },
  LSUB: { when: 'signed-in', run: listSubscribed },
  STATUS: { when: 'signed-in', run: status },
  CREATE: { when: 'signed-in', run: create },
  DELETE: { when: 'signed-in', run: remove },
  RENAME: { when: 'signed-in', run: rename },
  SUBSCRIBE: { when: 'signed-in', run: (session, args) => subscribe(session, args, true) },
  UNSUBSCRIBE: { when: 'signed-in', run: (session, args) => subscribe(session, args, false) },
  SELECT: { when: 'signed-in', run: (session, args) => select(session, args, false) },
  EXAMINE: { when: 'signed-in', run: (session, args) => select(session, args, true) },
  APPEND: { when: 'signed-in', run: append },
  IDLE: { when: 'signed-in', run: idle },
  CLOSE: { when: 'selected', run: close },
  UNSELECT: { when: 'selected', run: unselect },
  EXPUNGE: { when: 'selected', run: (session) => expunge(session, null) },
  'UID EXPUNGE': { when: 'selected', run: expunge },
  FETCH: { when: 'selected', run: (session, args) => fetch(session, args, false), keepsNumbers: true },
  'UID FETCH': { when: 'selected', run: (session, args) => fetch(session, args, true) },
  STORE: { when: 'selected', run: (session, args) => store(session, args, false), keepsNumbers: true },
  'UID STORE': { when: 'selected', run: (session, args) => store(session, args, true) },
  SEARCH: { when: 'selected', run: (session, args) => search(session, args, false), keepsNumbers: true },
  'UID SEARCH': { when: 'selected', run: (session, args) => search(session, args, true) },
  COPY: { when: 'selected', run: (session, args) => copy(session, args, false) },
  'UID COPY': { when: 'selected', run: (session, args) => copy(session, args, true) },
  MOVE: { when: 'selected', run: (session, args) => move(session, args, false) },
  'UID MOVE': { when: 'selected', run: (session, args) => move(session, args, true) },
}
