// The HTML of the sample newsletters: tables and inline styles, as mail needs them.

export type Story = { title: string; text: string; link: string }

export type Newsletter = {
  name: string
  motto: string
  accent: string
  site: string
  stories: Story[]
  /** a remote picture, which Posthorn does not load unasked */
  hasRemoteImage?: boolean
}

/** A whole HTML document, 600 pixels wide, readable without any picture. */
export function newsletterPage(letter: Newsletter): string {
  const { name, motto, accent, site, stories } = letter
  const picture = letter.hasRemoteImage
    ? `<tr><td><img src="https://images.${site}/header.jpg" width="600" height="180" alt="${name}" style="display:block;width:100%;height:auto"></td></tr>`
    : ''
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${name}</title></head>
<body style="margin:0;background:#f4f1ea">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;background:#fffdf8;border-top:6px solid ${accent};font-family:Georgia,serif;color:#2b2a27">
<tr><td style="padding:28px 32px 8px"><div style="font-size:26px;line-height:1.2;color:${accent}">${name}</div>
<div style="font:13px/1.6 Helvetica,Arial,sans-serif;color:#75706a">${motto}</div></td></tr>
${picture}
${stories.map((story) => storyRow(story, accent, site)).join('\n')}
<tr><td style="padding:20px 32px 28px;border-top:1px solid #e5dfd3;font:12px/1.6 Helvetica,Arial,sans-serif;color:#75706a">
You get this letter because you asked for it. <a href="https://${site}/unsubscribe" style="color:#75706a">Stop it here</a>.
${letter.hasRemoteImage ? `<img src="https://count.${site}/open.gif?letter=sample" width="1" height="1" alt="">` : ''}</td></tr>
</table></td></tr></table>
</body></html>`
}

function storyRow(story: Story, accent: string, site: string): string {
  return `<tr><td style="padding:16px 32px"><h2 style="margin:0 0 6px;font-size:19px;font-weight:normal">${story.title}</h2>
<p style="margin:0 0 8px;font-size:15px;line-height:1.6">${story.text}</p>
<a href="https://${site}/${story.link}" style="font:14px Helvetica,Arial,sans-serif;color:${accent}">Read on</a></td></tr>`
}

/** The same letter as plain text. */
export function newsletterText({ name, motto, site, stories }: Newsletter): string {
  const each = stories.map((story) => `${story.title}\n${story.text}\nhttps://${site}/${story.link}\n`)
  return `${name}\n${motto}\n\n${each.join('\n')}\nStop this letter: https://${site}/unsubscribe\n`
}
