// A meeting request (RFC 5545, RFC 5546) from a colleague.
import { alice, bob, type Calendar, type Contact, type SampleMail } from './sample-mail'

const tobias: Contact = { name: 'Tobias Reyes', address: 'tobias.reyes@tidewater.example' }

export function invitation(calendar: Calendar): SampleMail {
  const start = calendar.at(2, 9)
  const end = new Date(start.getTime() + 45 * 60_000)
  const title = 'Editorial meeting: spring issue'
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tidewater//Calendar//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:editorial-spring@tidewater.example',
    'SEQUENCE:0',
    `DTSTAMP:${stamp(calendar.at(-1, 8))}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${title}`,
    'LOCATION:The room with the window',
    `ORGANIZER;CN=${tobias.name}:mailto:${tobias.address}`,
    ...[alice, bob].map(attendee),
    'DESCRIPTION:Map\\, cover\\, tide tables.',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return {
    id: 'invitation',
    hoursAgo: 23,
    from: tobias,
    to: [alice, bob],
    subject: `Invitation: ${title}`,
    flags: [],
    text: `${title}\n${calendar.day(2)}, 09:00 to 09:45 UTC, the room with the window.\n\nMap, cover, tide tables.\n`,
    invitation: lines.join('\r\n'),
  }
}

function attendee({ name, address }: Contact): string {
  return `ATTENDEE;CN=${name};PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${address}`
}

/** 20261203T090000Z */
function stamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '')
}
