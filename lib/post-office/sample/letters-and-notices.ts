// Newsletters, receipts and machine mail of the sample, and what lies in Junk and Trash.
import { csv, pagePdf } from './attachments'
import { type Newsletter, newsletterPage, newsletterText } from './newsletter-page'
import { alice, bob, type Calendar, type Contact, type SampleMail } from './sample-mail'

const slowCoast: Newsletter = {
  name: 'The Slow Coast',
  motto: 'Walks, ferries and weather, every second week',
  accent: '#1d6a72',
  site: 'slowcoast.example',
  hasRemoteImage: true,
  stories: [
    {
      title: 'Eleven kilometres without a road',
      text: 'The path from Gull Point to the salt pans has been mended after the storms. Go at low water, and take the inner way back.',
      link: 'gull-point',
    },
    {
      title: 'The ferry that waits',
      text: 'On the smallest line of the north the captain still looks up the hill before casting off. We asked him whom he is looking for.',
      link: 'the-ferry-that-waits',
    },
    {
      title: 'How to read a mackerel sky',
      text: 'Three days of rain or nothing at all: what the old rule says, and how often it was right last year.',
      link: 'mackerel-sky',
    },
  ],
}

const fern: Newsletter = {
  name: 'Fern & Field',
  motto: 'Seeds, bulbs and patience',
  accent: '#4f6b2f',
  site: 'fernandfield.example',
  hasRemoteImage: true,
  stories: [
    {
      title: 'Bulbs that want the cold',
      text: 'Squill, snowdrop and winter aconite can still go into the ground as long as a spade does. Fifty of each, at the price of forty.',
      link: 'cold-bulbs',
    },
    {
      title: 'Sea kale from seed',
      text: 'Slow, stubborn and worth it. Sow in sand, forget about it until May.',
      link: 'sea-kale',
    },
  ],
}

const paperNotes: Newsletter = {
  name: 'Paper Notes',
  motto: 'For people who touch the page before they read it',
  accent: '#8a4b2a',
  site: 'papernotes.example',
  stories: [
    {
      title: 'What "uncoated" hides',
      text: 'Four papers of the same weight under the same ink. Only one of them still looks like the sea.',
      link: 'uncoated',
    },
    {
      title: 'A binder in Trondheim',
      text: 'She sews by hand, sells by post, and has not raised her voice since 1996.',
      link: 'trondheim',
    },
  ],
}

function letter(
  content: Newsletter,
  mail: { id: string; hoursAgo: number; subject: string; folder?: string; flags?: string[]; to?: Contact },
): SampleMail {
  const { site, name } = content
  const headers = {
    'List-Id': `<letter.${site}>`,
    'List-Unsubscribe': `<https://${site}/unsubscribe>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  const from = { name, address: `letter@${site}` }
  return {
    ...mail,
    from,
    to: [mail.to ?? alice],
    text: newsletterText(content),
    html: newsletterPage(content),
    headers,
  }
}

export function letters(): SampleMail[] {
  return [
    letter(slowCoast, {
      id: 'slow-31',
      hoursAgo: 14,
      subject: 'The ferry that waits, and other short journeys',
      flags: [],
    }),
    letter(slowCoast, {
      id: 'slow-30',
      hoursAgo: 350,
      subject: 'Salt, wind, and a bench facing the wrong way',
      folder: 'Archive',
    }),
    letter(slowCoast, {
      id: 'slow-31-bob',
      hoursAgo: 14,
      subject: 'The ferry that waits, and other short journeys',
      to: bob,
      flags: [],
    }),
    letter(fern, { id: 'fern-9', hoursAgo: 39, subject: 'Fifty bulbs at the price of forty', flags: [] }),
    letter(paperNotes, { id: 'paper-52', hoursAgo: 63, subject: 'What “uncoated” hides' }),
    letter(paperNotes, {
      id: 'paper-51',
      hoursAgo: 231,
      subject: 'Ink that never quite dries',
      folder: 'Archive',
    }),
    letter(paperNotes, { id: 'paper-52-bob', hoursAgo: 63, subject: 'What “uncoated” hides', to: bob }),
  ]
}

export function notices(calendar: Calendar): SampleMail[] {
  const ticket = `<div style="font-family:Helvetica,Arial,sans-serif;max-width:520px;border:1px solid #d8dde3;border-radius:8px"><div style="background:#173a5e;color:#fff;padding:14px 18px">Skerry Ferries</div><table style="width:100%;padding:14px 18px;font-size:14px"><tr><td>From</td><td><b>Harbour Quay</b> 18:10</td></tr><tr><td>To</td><td><b>North Light</b> 18:35</td></tr><tr><td>Day</td><td>${calendar.day(4)}</td></tr><tr><td>Booking</td><td>SKF-40917</td></tr></table></div>`
  return [
    {
      id: 'ferry',
      hoursAgo: 27,
      from: { name: 'Skerry Ferries', address: 'booking@skerryferries.example' },
      to: [alice],
      subject: 'Your crossing SKF-40917',
      html: ticket,
      text: `Harbour Quay 18:10 to North Light 18:35, ${calendar.day(4)}. Booking SKF-40917.\n`,
    },
    {
      id: 'invoice',
      hoursAgo: 118,
      from: { name: 'Cloudrow Billing', address: 'billing@cloudrow.example' },
      to: [alice],
      subject: 'Invoice 20871',
      folder: 'Archive',
      text: 'Your invoice for last month is attached. Nothing to do: it is paid from your account.\n',
      attachments: [
        {
          name: 'invoice-20871.pdf',
          type: 'application/pdf',
          content: pagePdf('Cloudrow - Invoice 20871', [
            'Hosting, one month: 24.00',
            'Backup: 6.00',
            'Total: 30.00',
          ]),
        },
      ],
    },
    {
      id: 'library',
      hoursAgo: 45,
      from: { name: 'Harbour Library', address: 'loans@harbourlibrary.example' },
      to: [alice],
      subject: `Due on ${calendar.day(6)}: "A Pilot's Handbook of the Strait"`,
      flags: ['\\Seen', '\\Flagged'],
      text: `Dear reader,\n\nplease bring back or renew by ${calendar.day(6)}:\n\n  A Pilot's Handbook of the Strait (1934, reading copy)\n\nHarbour Library\n`,
    },
    ...[1, 2, 3].map((week) => backupReport(week)),
    {
      id: 'signin',
      hoursAgo: 19,
      from: { name: 'Ledgerleaf', address: 'security@ledgerleaf.example' },
      to: [alice],
      subject: 'New sign-in from a browser on Linux',
      flags: [],
      text: 'Somebody signed in to your Ledgerleaf account from a browser on Linux. If this was you, there is nothing to do.\n',
    },
    {
      id: 'paper-order',
      hoursAgo: 24,
      from: { name: 'Mill & Mould', address: 'orders@millandmould.example' },
      to: [bob],
      subject: 'Your paper is ready to pick up',
      flags: [],
      text: `Twenty sheets, 300 g, hot pressed. At the counter until ${calendar.day(7)}.\n`,
    },
  ]
}

function backupReport(week: number): SampleMail {
  const rows = ['Mon', 'Wed', 'Fri'].map((day, index) => [day, 41 + week * 3 + index, 'complete'])
  return {
    id: `backup-${week}`,
    hoursAgo: week * 168 - 100,
    from: { name: 'Backup', address: 'backup@tidewater.example' },
    to: [alice],
    subject: 'Weekly backup report: 3 of 3 complete',
    folder: 'Archive',
    text: 'All backups of the week are complete. The table is attached.\n',
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: [
      { name: 'backups.csv', type: 'text/csv', content: csv([['Day', 'GB', 'Result'], ...rows]) },
    ],
  }
}

export function junkAndTrash(): SampleMail[] {
  return [
    {
      id: 'junk-1',
      hoursAgo: 31,
      from: { name: 'Parcel Desk', address: 'notice@parcel-desk.example' },
      to: [alice],
      subject: 'Your parcel could not be delivered (fee open)',
      folder: 'Junk',
      flags: [],
      text: 'A small fee of 1.95 is open. Pay within the hour.\n',
      html: '<p>A small fee of <b>1.95</b> is open.</p><p><a href="https://parcel-desk.example/pay">https://www.national-post.example/parcels</a></p>',
    },
    {
      id: 'junk-2',
      hoursAgo: 61,
      from: { name: 'Rank Higher', address: 'hello@rank-higher.example' },
      to: [alice],
      subject: 'We looked at your website',
      folder: 'Junk',
      flags: [],
      text: 'Hi there, we found 14 problems on your website. When do you have ten minutes?\n',
    },
    {
      id: 'trash-1',
      hoursAgo: 90,
      from: { name: 'Fern & Field', address: 'letter@fernandfield.example' },
      to: [alice],
      subject: 'Last day for tulips',
      folder: 'Trash',
      text: 'Only today.\n',
    },
    {
      id: 'trash-2',
      hoursAgo: 101,
      from: bob,
      to: [alice],
      subject: 'Wrong attachment, please ignore',
      folder: 'Trash',
      text: 'Sorry, that was my shopping list.\n',
    },
  ]
}
