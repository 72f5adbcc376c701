// The Korean part of the sample: the translation desk and a trip to Incheon.
import { csv } from './attachments'
import { alice, type Calendar, type Contact, type SampleMail } from './sample-mail'

const jiyeon: Contact = { name: '박지연', address: 'jiyeon.park@badatgil.example' }
const hyunwoo: Contact = { name: '김현우', address: 'hyunwoo.kim@badatgil.example' }

export function koreanMail(calendar: Calendar): SampleMail[] {
  const subject = '봄호 번역 원고 검토 부탁드립니다'
  return [
    {
      id: 'ko-1',
      hoursAgo: 94,
      from: jiyeon,
      to: [alice],
      subject,
      flags: ['\\Seen', '\\Answered'],
      text: `앨리스 님, 안녕하세요.\n\n등대지기 인터뷰의 한국어 번역 초안을 마쳤습니다. 배 이름과 지명은 원어 발음에 가깝게 적었고, 애매한 곳은 표로 정리해 첨부했습니다.\n\n${calendar.koreanDay(2)}까지 의견 주시면 바로 반영하겠습니다.\n\n박지연 드림\n`,
      attachments: [
        {
          name: '용어 정리.csv',
          type: 'text/csv',
          content: csv([
            ['원어', '번역', '비고'],
            ['fog signal', '무적(霧笛)', '처음 나올 때만 한자 병기'],
            ['keeper', '등대지기', ''],
            ['log book', '근무 일지', '"항해 일지"와 구분'],
          ]),
        },
      ],
    },
    {
      id: 'ko-2',
      hoursAgo: 73,
      from: alice,
      to: [jiyeon],
      subject: `Re: ${subject}`,
      answers: 'ko-1',
      text: '지연 님, 고맙습니다.\n\n"근무 일지"가 딱 맞습니다. 마지막 문단의 바람 이야기는 조금 더 담담하면 좋겠어요.\n\n앨리스\n',
    },
    {
      id: 'ko-3',
      hoursAgo: 8,
      from: jiyeon,
      to: [alice],
      cc: [hyunwoo],
      subject: `Re: ${subject}`,
      answers: 'ko-2',
      flags: [],
      text: '앨리스 님,\n\n마지막 문단을 고쳐 보았습니다.\n\n  "바람은 밤새 불었고, 아침에는 아무 일도 없었다는 듯 그쳤다."\n\n이 정도면 어떨까요?\n\n박지연 드림\n\n> 마지막 문단의 바람 이야기는 조금 더 담담하면 좋겠어요.\n',
    },
    {
      id: 'ko-4',
      hoursAgo: 57,
      from: hyunwoo,
      to: [alice],
      subject: '인천 취재 일정 안내',
      text: `앨리스 님, 안녕하세요.\n\n인천 취재 일정을 보내드립니다.\n\n- ${calendar.koreanDay(16)}: 연안부두, 여객선 선장 인터뷰\n- ${calendar.koreanDay(17)}: 팔미도 등대\n- ${calendar.koreanDay(18)}: 예비일 (안개가 잦은 시기입니다)\n\n숙소는 부두에서 걸어서 10분 거리로 잡아 두었습니다.\n\n김현우 드림\n`,
    },
    {
      id: 'ko-5',
      hoursAgo: 140,
      from: { name: '바닷길 편집부', address: 'letter@badatgil.example' },
      to: [alice],
      subject: '[바닷길] 이달의 섬: 가을 끝, 조용한 항구들',
      folder: 'Archive',
      text: '이달의 섬\n\n배가 하루 두 번만 닿는 항구 세 곳을 다녀왔습니다.\nhttps://badatgil.example/islands\n',
      html: '<div style="max-width:560px;font-family:sans-serif;color:#223"><h1 style="font-size:22px;color:#1f5f6b">이달의 섬</h1><p style="line-height:1.8">배가 하루 두 번만 닿는 항구 세 곳을 다녀왔습니다. 첫 배는 아침 일곱 시, 마지막 배는 해 지기 한 시간 전입니다.</p><p><a href="https://badatgil.example/islands" style="color:#1f5f6b">이어서 읽기</a></p></div>',
      headers: {
        'List-Id': '<letter.badatgil.example>',
        'List-Unsubscribe': '<https://badatgil.example/unsubscribe>',
      },
    },
  ]
}
