import { describe, expect, test } from 'vitest'
import { bodyCsp, bodyDocument } from './body-document'

test('the policy of a message body, word by word', () => {
  expect(bodyCsp('http://localhost:3000/message-body/1/inline/')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data: http://localhost:3000/message-body/1/inline/; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
      'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  )
})

describe('bodyDocument', () => {
  test('leaves the sanitized HTML as it is', () => {
    const html = '<p>a &amp; b <a href="https://x.example/" target="_blank">x</a></p>'
    expect(bodyDocument({ html }, 'light')).toContain(`<body>${html}</body>`)
  })

  test('a sheet cannot leave its style element', () => {
    const document = bodyDocument({ html: '', css: 'a{}</style><img src=x>' }, 'light')
    expect(document).not.toContain('<img')
    expect(document.match(/<\/style>/g)).toHaveLength(2)
  })

  test('is dark only when the message has no colours of its own', () => {
    expect(bodyDocument({ html: '<p>plain</p>' }, 'dark')).toContain('color-scheme:dark')
    expect(bodyDocument({ html: '<p style="color:#333">x</p>' }, 'dark')).toContain('color-scheme:light')
    expect(bodyDocument({ html: '<td bgcolor="#fff">x</td>' }, 'dark')).toContain('color-scheme:light')
  })
})
