const BLANK = '****'

/**
 * Makes the function that takes an account's secrets out of any line, in the forms SMTP carries them: the
 * password, its base64, and the SASL PLAIN message (RFC 4616). A server may echo what it was sent.
 */
export function blankerOf(username: string, password: string): (line: string) => string {
  const plain = [`\0${username}\0${password}`, `${username}\0${username}\0${password}`]
  const base64 = [password, ...plain].map((text) => Buffer.from(text).toString('base64'))
  const secrets = [...base64, ...base64.map((text) => text.replace(/=+$/, '')), password]
  const long = secrets.filter((secret) => secret.length >= 4)
  return (line) => long.reduce((text, secret) => text.replaceAll(secret, BLANK), line)
}

/** `AUTH PLAIN …` without its payload; any other line of an exchange of credentials is blanked as a whole. */
export function blankAuthLine(line: string): string {
  return line.match(/^AUTH \S+/i)?.[0].concat(/^AUTH \S+$/i.test(line) ? '' : ` ${BLANK}`) ?? BLANK
}
