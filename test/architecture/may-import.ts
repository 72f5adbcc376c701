// Who may import whom. One row a room; a room is the longest matching prefix. `lib/domain` is a staircase on top.
export const mayImport: Record<string, string[]> = {
  app: ['app', 'components', 'lib/http', 'lib/domain', 'lib/events', 'lib/contract', 'lib/platform'],
  'components/ui': ['components/ui'],
  components: ['components', 'components/ui', 'lib/mail', 'lib/contract', 'lib/api-client'],
  worker: ['worker', 'lib/domain', 'lib/events', 'lib/db', 'lib/platform', 'lib/protocols'],
  cli: ['cli', 'lib/domain', 'lib/db', 'lib/platform', 'lib/post-office'],
  bench: ['bench', 'test', 'lib'],
  test: ['test', 'app', 'lib', 'worker', 'cli'],
  e2e: ['e2e', 'test'],
  prisma: [],
  'lib/platform': ['lib/platform'],
  'lib/mail': ['lib/mail'],
  'lib/mime': ['lib/mime', 'lib/mail'],
  'lib/contract': ['lib/contract', 'lib/mail'],
  'lib/api-client': ['lib/api-client', 'lib/contract'],
  'lib/db': ['lib/db', 'lib/platform'],
  'lib/protocols': ['lib/protocols', 'lib/platform', 'lib/mail'],
  'lib/events': ['lib/events', 'lib/platform', 'lib/db', 'lib/contract'],
  'lib/domain': [
    'lib/domain',
    'lib/events',
    'lib/contract',
    'lib/mime',
    'lib/protocols',
    'lib/db',
    'lib/mail',
    'lib/platform',
  ],
  'lib/http': [
    'lib/http',
    'lib/platform',
    'lib/contract',
    'lib/mail',
    'lib/db',
    'lib/events',
    'lib/domain/users',
    'lib/domain/mailboxes',
  ],
  'lib/post-office': ['lib/post-office', 'lib/platform', 'lib/mail', 'lib/mime'],
}

/** Steps of lib/domain: a folder imports only itself and lower steps. */
export const staircase: Record<string, number> = {
  users: 1,
  mailboxes: 3,
  threads: 4,
  messages: 5,
  outbox: 6,
  search: 6,
  compose: 7,
  sync: 8,
}

/** Packages that may appear only in these places. */
export const onlyIn: Record<string, string[]> = {
  imapflow: ['lib/protocols/imap'],
  // the demo's mail servers relay with its SMTP client and build their sample mail with its composer
  nodemailer: ['lib/protocols/smtp', 'lib/mime/build', 'lib/post-office'],
  'next-auth': ['lib/domain/users/next-auth.ts', 'app/api/auth'],
  '@prisma/client': ['lib/db'],
  '@prisma/adapter-pg': ['lib/db'],
  'smtp-server': ['lib/post-office', 'test'],
  'sanitize-html': ['lib/mime'],
  'postal-mime': ['lib/mime'],
}
