export type FolderRole = 'inbox' | 'sent' | 'drafts' | 'trash' | 'junk' | 'archive'

/** The order in which folders with a role stand above the others. */
const order: FolderRole[] = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash']

// Names that servers and clients give these folders, compared in lower case without spaces and punctuation.
const names: Record<Exclude<FolderRole, 'inbox'>, string> = {
  sent: `
    sent sentitems sentmail sentmessages gesendet gesendeteelemente gesendeteobjekte postausgang envoyés
    envoyé élémentsenvoyés messagesenvoyés enviados elementosenviados itensenviados mensajesenviados
    inviata inviati postainviata verzonden verzondenitems skickat sendt lähetetyt wysłane
    elementywysłane odeslané odoslané elküldött отправленные надіслані gönderilmişöğeler gönderilmiş
    απεσταλμένα 보낸편지함 보낸메일함 보낸메일 送信済み 送信済みアイテム 送信済みメール 已发送 已发送邮件 已傳送 寄件備份 đãgửi terkirim`,
  drafts: `
    drafts draft entwürfe entwurf brouillons brouillon borradores borrador rascunhos bozze concepten
    utkast kladder luonnokset szkice koncepty wersjerobocze piszkozatok черновики чернетки taslaklar
    πρόχειρα 임시보관함 임시저장 下書き 草稿 草稿箱 草稿匣 thưnháp draf`,
  trash: `
    trash bin deleted deleteditems deletedmessages papierkorb gelöschteelemente gelöscht corbeille
    élémentssupprimés papelera elementoseliminados lixeira itensexcluídos cestino postaeliminata
    prullenbak verwijderdeitems papperskorg papperskorgen slettetpost papirkurv søppel roskakori kosz
    elementyusunięte koš odstraněnápošta kôš kuka törölt корзина удаленные кошик çöp çöpkutusu
    silinmişöğeler κάδος 휴지통 지운편지함 ゴミ箱 ごみ箱 削除済みアイテム 已删除 已删除邮件 垃圾桶 刪除的郵件 thùngrác sampah`,
  junk: `
    junk junkemail junkmail spam bulk bulkmail unerwünscht spamverdacht courrierindésirable indésirables
    pourriel correonodeseado lixoeletrónico lixoeletrônico postaindesiderata ongewenst ongewenstemail
    skräppost uønsketpost roskaposti wiadomościśmieci nevyžádanápošta levélszemét спам
    нежелательнаяпочта gereksiz istenmeyenposta ανεπιθύμητα 스팸 스팸메일함 스팸편지함 정크메일 迷惑メール 垃圾邮件 垃圾郵件 thưrác`,
  archive: `
    archive archives archived allmail archiv archivio archivo arquivo archief arkiv arkisto archiwum
    archív archívum архив архів arşiv αρχείο 보관함 보관 アーカイブ 归档 存档 封存 lưutrữ arsip`,
}

const roles = new Map<string, FolderRole>(
  Object.entries(names).flatMap(([role, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((name) => [name, role as FolderRole] as const),
  ),
)

/**
 * The role a folder's own name suggests (the last part of its path, decoded), for servers without SPECIAL-USE
 * (RFC 6154). null when it suggests none.
 */
export function roleByName(name: string): FolderRole | null {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')
  return plain === 'inbox' ? 'inbox' : (roles.get(plain) ?? null)
}

type Sortable = { role: FolderRole | null; name: string; path: string }

/** Inbox first, then the folders with a role, then the others by name in the reader's language. */
export function compareFolders(a: Sortable, b: Sortable, locale?: string): number {
  const byRole = rank(a.role) - rank(b.role)
  return byRole !== 0 ? byRole : a.path.localeCompare(b.path, locale, { numeric: true, sensitivity: 'base' })
}

const rank = (role: FolderRole | null) => (role === null ? order.length : order.indexOf(role))
