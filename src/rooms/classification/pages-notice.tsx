import { actingFor } from '../../base/actor.ts'
import { dayOf, isDay } from '../../base/day.ts'
import { done, refuse } from '../../base/outcome.ts'
import { type Lang, say } from '../../base/text.ts'
import type { Cite as CiteKey } from '../../law/cite.ts'
import { qrMatrix, renderPdf } from '../../web/document.ts'
import { showDay, showWeekday } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { Notice as Banner } from '../../web/parts/notice/part.tsx'
import { Panel } from '../../web/parts/panel/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { provisionalWords } from '../../web/remaining.ts'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import { getNotice } from './actions.ts'
import type { Notice } from './schema.ts'
import { RECEIPT_WORDS, receiptRows, SAYS } from './words.ts'

const showNotice = page({
  name: 'showNotice',
  method: 'get',
  path: '/notices/{number}',
  who: 'person',
  async handle(asked, { params }) {
    const found = await getNotice(asked, params.number ?? '')
    if (!found.ok) return found
    const { notice, system } = found.value
    const { lang, to } = asked
    const w = say(lang)
    const { receipt } = notice
    const erased = notice.jws === ''
    const ours = actingFor(asked.actor)?.party === system.provider
    const record = `${asked.site.url}/${lang}/register/${receipt.aiId}`
    const show = asked.page({
      title: `${RECEIPT_WORDS.title[lang]} ${notice.number}`,
      unlisted: true,
      children: (
        <>
          <Panel
            title={
              notice.kind === 'publication'
                ? w('Đã công khai', 'Published')
                : w('Đã tiếp nhận thông báo', 'Notice received')
            }
            label={w('Mã định danh hệ thống (AI-ID)', 'System identifier (AI-ID)')}
            number={receipt.aiId}
          />
          {receipt.legalValue ? null : <Banner tone="important">{RECEIPT_WORDS.noValue[lang]}</Banner>}
          <SummaryList rows={receiptRows(receipt, lang).slice(1, -1)} />
          <p>{RECEIPT_WORDS[notice.kind === 'publication' ? 'published' : 'meaning'][lang]}</p>
          <Facts asked={asked} notice={notice} />
          {erased ? <p>{SAYS['notice.erased'][lang]}</p> : null}
          <Buttons>
            {erased ? null : (
              <Button href={to(`/notices/${notice.number}/receipt.pdf`)}>
                {w('Tải xác nhận (PDF)', 'Download the confirmation (PDF)')}
              </Button>
            )}
            <Button look="secondary" href={to(`/systems/${system.id}`)}>
              {w('Đến hồ sơ hệ thống', 'Go to the system')}
            </Button>
          </Buttons>
          <h2>{w('Việc tiếp theo', 'What happens next')}</h2>
          <ul>
            <li>
              {w(
                'Không phải chờ ai xét duyệt. Cơ quan nhà nước chỉ kiểm tra sau.',
                'There is nobody to wait for. The State only checks afterwards.',
              )}{' '}
              <Cite {...citeLink(lang, 'N14.4')} />
            </li>
            {ours && receipt.level === 'high' ? (
              <li>
                {w(
                  'Hoàn thành đánh giá sự phù hợp và công khai kết quả trước khi đưa vào sử dụng.',
                  'Complete the conformity assessment and publish its result before use.',
                )}{' '}
                <Cite {...citeLink(lang, 'L13.3')} />; <Cite {...citeLink(lang, 'N13.6')} />
              </li>
            ) : null}
            {!ours || receipt.level === 'low' ? null : (
              <li>
                {w(
                  'Giữ hồ sơ phân loại trong suốt thời gian hệ thống hoạt động và cập nhật khi có thay đổi.',
                  'Keep the dossier for as long as the system operates, and update it when something changes.',
                )}{' '}
                <Cite {...citeLink(lang, 'N12.6')} />
              </li>
            )}
            <li>
              <a href={to(`/register/${receipt.aiId}`)}>
                {w('Xem bản ghi trên Sổ đăng ký công khai', 'See the record in the public register')}
              </a>
            </li>
          </ul>
          <QrCode
            text={record}
            title={w('Mã QR đến bản ghi công khai', 'QR code of the public record')}
            caption={record}
          />
          <Details summary={w('Bằng chứng ghi nhận', 'Proof of recording')}>
            <SummaryList rows={receiptRows(receipt, lang).slice(-1)} />
            <p>
              {w(
                'Xác nhận này được ký điện tử. Bất kỳ ai cũng kiểm tra được bằng khóa công khai của Cổng.',
                'This confirmation is signed. Anyone can check it with the public keys of the portal.',
              )}
            </p>
            <ul>
              <li>
                <a href={to(`/notices/${notice.number}/receipt.tlog-proof`)}>
                  {w('Bằng chứng đầy đủ (.tlog-proof)', 'The whole proof (.tlog-proof)')}
                </a>
              </li>
              <li>
                <a href={to('/verify')}>{w('Kiểm tra một bằng chứng', 'Check a proof')}</a>
              </li>
              {erased ? null : (
                <li>
                  <a href={to(`/notices/${notice.number}/receipt.jws`)}>
                    {w('Xác nhận đã ký (JWS)', 'Signed confirmation (JWS)')}
                  </a>
                </li>
              )}
              <li>
                <a href={to(`/notices/${notice.number}/receipt.json`)}>{w('Nội dung (JSON)', 'Content (JSON)')}</a>
              </li>
              <li>
                <a href="/.well-known/jwks.json">{w('Khóa công khai của Cổng', 'Public keys of the portal')}</a>
              </li>
            </ul>
          </Details>
        </>
      ),
    })
    return done({ show })
  },
})

/** Facts beside the receipt: what the tool would have said, possible duplicates, how the clock stands. */
const Facts = ({ asked, notice }: { readonly asked: AskedPage; readonly notice: Notice }) => {
  const { lang, to } = asked
  const w = say(lang)
  const { difference, possibleDuplicates, clock } = notice.declared
  return (
    <>
      {difference === null ? null : (
        <Banner title={w('Công cụ phân loại cho kết quả khác', 'The tool would have answered otherwise')}>
          <p>
            {w(
              'Kết quả bạn khai được giữ nguyên. Sự khác nhau này được ghi lại để kiểm tra sau.',
              'What you declared stands. The difference is recorded for the later check.',
            )}
          </p>
          <p>
            {difference.cites.map((c, n) => (
              <>
                {n === 0 ? '' : '; '}
                <Cite {...citeLink(lang, c as CiteKey)} />
              </>
            ))}
          </p>
        </Banner>
      )}
      {possibleDuplicates.length === 0 ? null : (
        <Banner title={w('Có thể trùng', 'Possible duplicate')}>
          <p>
            {w(
              'Tổ chức của bạn đã có hệ thống cùng tên với mã nội bộ khác:',
              'Your organisation already has a system of this name under another internal code:',
            )}
          </p>
          <ul>
            {possibleDuplicates.map((aiId) => (
              <li>
                <a href={to(`/register/${aiId}`)}>{aiId}</a>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {clock === null ? null : <ClockNote lang={lang} clock={clock} on={dayOf(notice.recordedAt)} />}
    </>
  )
}

const ClockNote = ({
  lang,
  clock,
  on,
}: {
  readonly lang: Lang
  readonly clock: NonNullable<Notice['declared']['clock']>
  readonly on: string
}) => {
  const w = say(lang)
  const due = isDay(clock.due) ? showWeekday(clock.due, lang) : clock.due
  return (
    <Banner
      tone={clock.late ? 'important' : 'info'}
      title={
        clock.late
          ? w('Thông báo sau thời hạn', 'Notified after the time limit')
          : w('Trong thời hạn', 'Within the time limit')
      }
    >
      <p>
        {w(
          `Thời hạn thông báo: đến hết ${due}. Ngày ghi nhận: ${isDay(on) ? showDay(on) : on}.`,
          `Time limit: until the end of ${due}. Recorded on ${isDay(on) ? showDay(on) : on}.`,
        )}{' '}
        <Cite {...citeLink(lang, clock.cite as CiteKey)} />
      </p>
      {clock.provisional.length === 0 ? null : <p>{provisionalWords(clock.provisional.filter(isDay), lang)}</p>}
    </Banner>
  )
}

const receiptPdf = page({
  name: 'receiptPdf',
  method: 'get',
  path: '/notices/{number}/receipt.pdf',
  who: 'person',
  async handle(asked, { params }) {
    const found = await getNotice(asked, params.number ?? '')
    if (!found.ok) return found
    const { notice } = found.value
    if (notice.jws === '') return refuse({ code: 'notice.erased' })
    const { lang, site } = asked
    const w = say(lang)
    const address = `${site.url}/${lang}/register/${notice.receipt.aiId}`
    const { clock } = notice.declared
    const body = await renderPdf(
      'rooms/classification/receipt.typ',
      {
        lang,
        title: RECEIPT_WORDS.title[lang],
        number: notice.number,
        address,
        date: showDay(dayOf(notice.recordedAt)),
        qr: qrMatrix(address),
        evaluation: !notice.receipt.legalValue,
        rows: receiptRows(notice.receipt, lang).map((r) => ({ ...r })),
        meaning: RECEIPT_WORDS[notice.kind === 'publication' ? 'published' : 'meaning'][lang],
        late: clock?.late ? w('Thông báo được gửi sau thời hạn.', 'Notified after the time limit.') : null,
        signature: {
          label: w(
            'Bản này được lập từ xác nhận điện tử đã ký; khóa ký:',
            'Drawn from the signed electronic confirmation; signing key:',
          ),
          kid: keyOf(notice.jws),
        },
      },
      notice.recordedAt,
    )
    return done({ download: { type: 'application/pdf', name: `${notice.number}.pdf`, body } })
  },
})

/** Which key signed: written in the protected header (RFC 7515). */
const keyOf = (jws: string): string =>
  (JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid

const receiptFile = (ending: 'jws' | 'json') =>
  page({
    name: `receipt${ending === 'jws' ? 'Jws' : 'Json'}`,
    method: 'get',
    path: `/notices/{number}/receipt.${ending}`,
    who: 'person',
    async handle(asked, { params }) {
      const found = await getNotice(asked, params.number ?? '')
      if (!found.ok) return found
      const { notice } = found.value
      if (ending === 'jws' && notice.jws === '') return refuse({ code: 'notice.erased' })
      return done({
        download:
          ending === 'jws'
            ? { type: 'application/jose', name: `${notice.number}.jws`, body: notice.jws }
            : {
                type: 'application/json',
                name: `${notice.number}.json`,
                body: JSON.stringify(notice.receipt, null, 2),
              },
      })
    },
  })

export const noticePages: readonly Route[] = [showNotice, receiptPdf, receiptFile('jws'), receiptFile('json')]
