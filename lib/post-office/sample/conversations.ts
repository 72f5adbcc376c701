// Alice edits Tidewater, a quarterly about coasts; Bob draws its maps. Their sample correspondence in English.
import { coastPng, csv, pagePdf } from './attachments'
import { alice, bob, type Calendar, type Contact, type SampleMail } from './sample-mail'

const marta: Contact = { name: 'Marta Lindqvist', address: 'marta.lindqvist@northquay-print.example' }
const ingrid: Contact = { name: 'Ingrid Sørli', address: 'ingrid@sorli-lighthouse.example' }
const tobias: Contact = { name: 'Tobias Reyes', address: 'tobias.reyes@tidewater.example' }
const PROJECT = 'Projects/Spring issue'

/** The thread with Bob about the map, in both mailboxes. */
export function mapThread(calendar: Calendar): SampleMail[] {
  const subject = 'Map for the spring issue'
  return [
    {
      id: 'map-1',
      hoursAgo: 76,
      from: alice,
      to: [bob],
      subject,
      text: `Hi Bob,\n\nfor the spring issue we want a map of the whole strait across two pages: ferry lines, the three lighthouses, and depth in four tones.\n\nCould you have a first sketch by ${calendar.day(0)}?\n\nAlice\n`,
    },
    {
      id: 'map-2',
      hoursAgo: 71,
      from: bob,
      to: [alice],
      subject: `Re: ${subject}`,
      answers: 'map-1',
      text: `Hi Alice,\n\nwith pleasure. Two questions before I start:\n\n1. Do the ferry lines carry their names, or numbers and a key?\n2. May I turn the map so that north-west is up? The strait fits the spread much better that way.\n\nBob\n\n> Could you have a first sketch by ${calendar.day(0)}?\n\nYes.\n`,
    },
    {
      id: 'map-3',
      hoursAgo: 69,
      from: alice,
      to: [bob],
      subject: `Re: ${subject}`,
      answers: 'map-2',
      text: 'Names, please: nobody likes a key. And turn it as you like, as long as there is an arrow.\n\nAlice\n\n> 2. May I turn the map so that north-west is up?\n',
    },
    {
      id: 'map-4',
      hoursAgo: 21,
      from: bob,
      to: [alice],
      subject: `Re: ${subject}`,
      answers: 'map-3',
      flags: ['\\Seen', '\\Flagged'],
      text: 'Here are two sketches. The first keeps the land quiet, the second gives it some relief. I lean towards the first.\n\nThe depth tones are only placed so far, not final.\n\nBob\n',
      attachments: [
        { name: 'strait-quiet.png', type: 'image/png', content: coastPng(480, 320, 1) },
        { name: 'strait-relief.png', type: 'image/png', content: coastPng(480, 320, 4) },
      ],
    },
    {
      id: 'map-5',
      hoursAgo: 2,
      from: bob,
      to: [alice],
      subject: `Re: ${subject}`,
      answers: 'map-4',
      flags: [],
      text: 'One more thing: the northern lighthouse moved eighty metres inland in 1911, and the two sea charts I have disagree on where it stands. Do you know somebody who can tell?\n\nBob\n',
    },
    {
      id: 'lunch',
      hoursAgo: 5,
      from: bob,
      to: [alice],
      subject: `Lunch on ${calendar.day(1)}?`,
      flags: [],
      text: 'I am in town in the morning, to pick up paper. Soup at the usual place, half past twelve?\n\nBob\n',
    },
  ]
}

/** The printer's quote: attachments, an answer with quotes, a draft. */
export function printThread(calendar: Calendar): SampleMail[] {
  const subject = 'Quote: Tidewater 14, 3,000 copies'
  const quote = pagePdf('North Quay Print - Quote 2291', [
    'Tidewater, issue 14',
    '96 pages, 3,000 copies, thread-sewn',
    'Paper: 120 g uncoated, cover 300 g',
    '',
    'Print and binding: 8,460.00',
    'Delivery to two addresses: 310.00',
    '',
    'Valid for thirty days.',
  ])
  const sizes = csv([
    ['Paper', 'Weight g', 'Price per copy'],
    ['Uncoated, white', 120, '2.82'],
    ['Uncoated, cream', 120, '2.91'],
    ['Recycled "Driftwood"', 115, '2.64'],
  ])
  return [
    {
      id: 'quote-1',
      hoursAgo: 122,
      from: alice,
      to: [marta],
      subject: 'Quote for issue 14, please',
      text: 'Dear Marta,\n\ncould you send us a quote for 3,000 copies, 96 pages, thread-sewn like last time? We would also like to see a cheaper paper beside the usual one.\n\nKind regards\nAlice Moreau\n',
    },
    {
      id: 'quote-2',
      hoursAgo: 98,
      from: marta,
      to: [alice],
      cc: [tobias],
      subject,
      answers: 'quote-1',
      folder: PROJECT,
      flags: ['\\Seen', '\\Answered'],
      text: 'Dear Alice,\n\nthe quote is attached, and a table with three papers. "Driftwood" is the one I would choose for the maps: it takes the blue tones very well and does not shine.\n\nKind regards\nMarta Lindqvist\nNorth Quay Print\n',
      attachments: [
        { name: 'Quote 2291.pdf', type: 'application/pdf', content: quote },
        { name: 'papers.csv', type: 'text/csv', content: sizes },
      ],
    },
    {
      id: 'quote-3',
      hoursAgo: 50,
      from: alice,
      to: [marta],
      cc: [tobias],
      subject: `Re: ${subject}`,
      answers: 'quote-2',
      text: 'Dear Marta,\n\nDriftwood it is, provided we can see a proof sheet of the map first.\n\nAlice\n\nMarta Lindqvist wrote:\n> "Driftwood" is the one I would choose for the maps\n',
    },
    {
      id: 'quote-4',
      hoursAgo: 26,
      from: marta,
      to: [alice],
      cc: [tobias],
      subject: `Re: ${subject}`,
      answers: 'quote-3',
      flags: [],
      text: `Dear Alice,\n\nof course. If the file is here by ${calendar.day(3)}, a proof sheet leaves our house on ${calendar.day(5)}.\n\nMarta\n\n> Driftwood it is, provided we can see a proof sheet of the map first.\n`,
    },
    {
      id: 'quote-5',
      hoursAgo: 1.5,
      from: alice,
      to: [marta],
      subject: `Re: ${subject}`,
      answers: 'quote-4',
      folder: 'Drafts',
      flags: ['\\Seen', '\\Draft'],
      text: 'Dear Marta,\n\nthank you. The map will be with you in time. About the delivery: could the second half go to',
    },
  ]
}

/** An interview, a colleague, and what else arrives in a week. */
export function editorialMail(calendar: Calendar): SampleMail[] {
  return [
    {
      id: 'light-1',
      hoursAgo: 170,
      from: alice,
      to: [ingrid],
      subject: 'An evening at your lighthouse',
      text: 'Dear Ingrid,\n\nwe would like to print your memories of the last winter before the lamp became automatic. May I come with a recorder some evening?\n\nAlice Moreau, Tidewater\n',
    },
    {
      id: 'light-2',
      hoursAgo: 150,
      from: ingrid,
      to: [alice],
      subject: 'Re: An evening at your lighthouse',
      answers: 'light-1',
      folder: PROJECT,
      text: 'Dear Alice,\n\ncome whenever the ferry runs. I have found the log books of 1978 to 1983 in the oil store; the damp has left them alone, oddly enough.\n\nBring warm shoes.\nIngrid\n',
    },
    {
      id: 'light-3',
      hoursAgo: 29,
      from: ingrid,
      to: [alice],
      subject: 'Re: An evening at your lighthouse',
      answers: 'light-2',
      flags: ['\\Flagged'],
      text: `Dear Alice,\n\nthe weather people promise a calm ${calendar.day(4)}. The last boat back leaves at 21:40, so we would have three hours.\n\nI read your text about the fog signal. One correction: it was never "silenced". It ran out of compressed air.\n\nIngrid\n`,
    },
    {
      id: 'style',
      hoursAgo: 55,
      from: tobias,
      to: [alice, bob],
      subject: 'House style: small changes',
      text: 'Hello both,\n\nthree small changes from this issue on:\n\n- Depths in metres only, no fathoms beside them.\n- Place names as the people there spell them.\n- Captions end with a full stop.\n\nTell me if something breaks.\n\nTobias\n',
    },
    {
      id: 'cover',
      hoursAgo: 46,
      from: tobias,
      to: [alice],
      subject: 'Cover: three directions',
      folder: PROJECT,
      text: 'Hi Alice,\n\nthree directions for the cover; the picture is only the third one, the other two need another day.\n\nTobias\n',
      html: '<p>Hi Alice,</p><p>three directions for the cover; this is only the third one, the other two need another day.</p><p><img src="cid:cover-three@tidewater.example" width="360" height="240" alt="Cover sketch"></p><p>Tobias</p>',
      attachments: [
        {
          name: 'cover-3.png',
          type: 'image/png',
          content: coastPng(360, 240, 7),
          contentId: 'cover-three@tidewater.example',
        },
      ],
    },
    {
      id: 'scan',
      hoursAgo: 33,
      from: { name: '', address: 'scanner@tidewater.example' },
      to: [alice],
      subject: 'Scan 0047',
      text: '',
      attachments: [
        {
          name: 'Scan 0047.pdf',
          type: 'application/pdf',
          content: pagePdf('Scan 0047', ['Contract with the photographer, signed page']),
        },
      ],
    },
    {
      id: 'reader',
      hoursAgo: 12,
      from: { name: 'Kwame Adjei', address: 'kwame.adjei@saltmarsh.example' },
      to: [alice],
      subject: 'The tide table on page 40',
      flags: [],
      text: 'Dear editors,\n\nI have been reading your magazine on the night train for two years, and this is the first mistake I found: the second high water on page 40 comes before the first.\n\nPlease go on exactly as before otherwise.\n\nKwame Adjei\n',
    },
    {
      id: 'away',
      hoursAgo: 68,
      from: ingrid,
      to: [alice],
      subject: 'Automatic reply: the boat',
      folder: 'Archive',
      text: 'I am on the water and read my mail in the evening.\n',
      headers: { 'Auto-Submitted': 'auto-replied' },
    },
  ]
}
