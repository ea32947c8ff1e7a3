import { dayOf } from '../../base/day.ts'
import { done, refuse } from '../../base/outcome.ts'
import { type Lang, say } from '../../base/text.ts'
import { DOSSIER, DOSSIER_WARNING } from '../../law/dossier.ts'
import type { Cite as CiteKey } from '../../law/cite.ts'
import { showDay } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { Notice as Banner } from '../../web/parts/notice/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import {
  eraseDraft,
  findDraft,
  getSystem,
  lacking,
  listAttachments,
  listSameName,
  publish,
} from '../systems/actions.ts'
import {
  type Answers,
  isRecorded,
  type Level,
  LEVEL_WORDS,
  type PublicSystem,
  type Recorded,
  SECTOR_WORDS,
  type System,
} from '../systems/schema.ts'
import { declaredIn, lackingForPublication, send, toolSays } from './actions.ts'
import type { Offered } from './schema.ts'

const showCheck = page({
  name: 'showCheck',
  method: 'get',
  path: '/systems/{id}/check',
  who: 'filer',
  async handle(asked, { params }) {
    const found = await getSystem(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    const draft = await findDraft(asked.db, system.id)
    const declared = draft && declaredIn(draft.result)
    if (draft === undefined || isRecorded(system)) return refuse({ code: 'notice.not-now' })
    const files = await listAttachments(asked.db, system.id)
    const lack =
      declared === undefined
        ? ['level']
        : declared.level === 'low'
          ? lackingForPublication(draft.answers)
          : lacking(draft.answers, files)
    // Nothing to check yet: the task list says what is missing.
    if (declared === undefined || lack.length > 0) return done({ goTo: asked.to(`/systems/${system.id}`) })
    const same = await listSameName(
      asked.db,
      system.provider,
      draft.answers.name ?? '',
      draft.answers.internalCode ?? '',
    )
    return done({
      show: checkPage(
        asked,
        system,
        draft.answers,
        declared,
        same,
        files.map((f) => f.name),
      ),
    })
  },
})

function checkPage(
  asked: AskedPage,
  system: System,
  answers: Answers,
  declared: { level: Level; offered: Offered },
  same: readonly string[],
  files: readonly string[],
) {
  const { lang, to, once } = asked
  const w = say(lang)
  const { level, offered } = declared
  const low = level === 'low'
  const today = dayOf(asked.now())
  const differs = toolSays(offered, level, today)
  const shown = publish(
    {
      ...system,
      aiId: '–',
      level,
      state: offered.inUse ? 'in-use' : 'declared',
      sectors: offered.sectors ?? [],
      entries: offered.entries ?? [],
      firstUse: offered.firstUse ?? null,
      recordedAt: asked.now(),
    } as Recorded,
    answers,
  )
  const title = low
    ? w('Kiểm tra và công khai', 'Check and publish')
    : w('Kiểm tra và gửi thông báo', 'Check and send the notice')
  return asked.page({
    title,
    back: { text: system.name, href: to(`/systems/${system.id}`) },
    unlisted: true,
    children: (
      <>
        <h1>{title}</h1>
        {low ? (
          <Banner title={w('Rủi ro thấp: không phải thông báo', 'Low risk: no notice is needed')}>
            <p>
              {w(
                'Luật chỉ yêu cầu thông báo hệ thống rủi ro trung bình và cao. Nếu muốn, bạn có thể công khai tên, nhà cung cấp và mục đích của hệ thống.',
                'The Law asks for a notice of medium and high risk only. If you like, you may publish name, provider and purpose.',
              )}
            </p>
            <p>
              <Cite {...citeLink(lang, 'L10.3')} />
            </p>
          </Banner>
        ) : null}
        {differs === null ? null : (
          <Banner tone="important" title={w('Công cụ phân loại cho kết quả khác', 'The tool would answer otherwise')}>
            <p>
              {w(
                'Từ các câu trả lời bạn đã chọn, công cụ cho kết quả khác với mức bạn khai. Bạn vẫn gửi được; sự khác nhau được ghi lại để kiểm tra sau.',
                'From your answers the tool comes to another level than the one declared. You may still send; the difference is recorded for the later check.',
              )}
            </p>
            <p>
              {differs.cites.map((c, n) => (
                <>
                  {n === 0 ? '' : '; '}
                  <Cite {...citeLink(lang, c as CiteKey)} />
                </>
              ))}
            </p>
          </Banner>
        )}
        {same.length === 0 ? null : (
          <Banner title={w('Có thể trùng', 'Possible duplicate')}>
            <p>
              {w(
                'Tổ chức của bạn đã ghi nhận hệ thống cùng tên. Nếu là cùng một hệ thống, hãy cập nhật bản ghi đó thay vì gửi mới.',
                'Your organisation has a recorded system of this name. If it is the same system, update that record instead.',
              )}
            </p>
            <ul>
              {same.map((aiId) => (
                <li>
                  <a href={to(`/register/${aiId}`)}>{aiId}</a>
                </li>
              ))}
            </ul>
          </Banner>
        )}
        <h2>{w('Kết quả khai báo', 'Declared result')}</h2>
        <SummaryList
          rows={[
            {
              key: w('Mức rủi ro', 'Risk level'),
              value: <LevelTag level={level} word={LEVEL_WORDS[level][lang]} />,
              action: {
                text: w('Sửa', 'Change'),
                href: to(`/systems/${system.id}/result`),
                about: w('mức rủi ro', 'the level'),
              },
            },
            ...(offered.sectors?.length
              ? [{ key: w('Lĩnh vực', 'Fields'), value: offered.sectors.map((s) => SECTOR_WORDS[s][lang]).join(', ') }]
              : []),
            ...(offered.entries?.length
              ? [{ key: w('Mục trong Danh mục', 'List entries'), value: offered.entries.join(', ') }]
              : []),
            ...(offered.firstUse
              ? [{ key: w('Ngày bắt đầu sử dụng', 'First day of use'), value: showDay(offered.firstUse) }]
              : []),
          ]}
        />
        {low ? null : <FullDossier asked={asked} system={system} answers={answers} files={files} />}
        <h2>{w('Nội dung sẽ công khai', 'What will be public')}</h2>
        <p>
          {w(
            'Ngay sau khi gửi, ai cũng xem được các nội dung sau trên Sổ đăng ký. Những nội dung khác chỉ tổ chức của bạn và cơ quan quản lý xem được.',
            'Right after sending, anyone can read this in the register. The rest is seen only by your organisation and the supervising authority.',
          )}
        </p>
        <PublicPreview lang={lang} shown={shown} />
        <h2>{w('Trước khi gửi', 'Before you send')}</h2>
        <p>
          {DOSSIER_WARNING[lang]} <Cite {...citeLink(lang, 'N12.4')} />
        </p>
        <p>
          {w(
            'Cổng không thu thập hệ thống nội bộ của Đảng, tổ chức chính trị, hệ thống thuộc bí mật nhà nước, quốc phòng, an ninh.',
            'The portal does not collect internal systems of the Party or of political organisations, or systems of state secrecy, defence or security.',
          )}{' '}
          <Cite {...citeLink(lang, 'N4.3.d')} />
        </p>
        <p>
          <a href={to(`/systems/${system.id}/outside`)}>
            {w('Hệ thống của tôi thuộc trường hợp này', 'My system is one of these')}
          </a>
        </p>
        <p>
          {w(
            'Bạn chịu trách nhiệm về tính đầy đủ, trung thực của nội dung.',
            'You answer for the truth and completeness of the content.',
          )}{' '}
          <Cite {...citeLink(lang, 'N14')} />
        </p>
        <FormShell action={to(`/systems/${system.id}/send`)} once={once}>
          <Buttons>
            <Button>
              {low ? w('Công khai hệ thống', 'Publish the system') : w('Gửi thông báo', 'Send the notice')}
            </Button>
            <Button look="secondary" href={to(`/systems/${system.id}`)}>
              {w('Để sau', 'Not now')}
            </Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

const said = (value: string | readonly string[] | undefined) =>
  value === undefined || typeof value === 'string' ? (
    (value ?? '–')
  ) : (
    <ul>
      {value.map((v) => (
        <li>{v}</li>
      ))}
    </ul>
  )

const FullDossier = ({
  asked: { lang, to },
  system,
  answers,
  files,
}: {
  readonly asked: AskedPage
  readonly system: System
  readonly answers: Answers
  readonly files: readonly string[]
}) => (
  <>
    {DOSSIER.parts.map((part) => (
      <>
        <h2>{part.label[lang]}</h2>
        <SummaryList
          rows={DOSSIER.fields
            .filter((f) => f.part === part.id)
            .map((f) => ({
              key: f.label[lang],
              value: said(answers[f.key]),
              action: {
                text: lang === 'vi' ? 'Sửa' : 'Change',
                href: `${to(`/systems/${system.id}/dossier/${part.id}`)}#${f.key}`,
                about: f.label[lang],
              },
            }))}
        />
      </>
    ))}
    {files.length === 0 ? null : (
      <>
        <h2>{lang === 'vi' ? 'Tài liệu kèm theo' : 'Documents beside the dossier'}</h2>
        <ul>
          {files.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </>
    )}
  </>
)

const PublicPreview = ({ lang, shown }: { readonly lang: Lang; readonly shown: PublicSystem }) => {
  const w = say(lang)
  const rows = [
    { key: w('Tên hệ thống', 'Name'), value: shown.name },
    { key: w('Phiên bản', 'Version'), value: shown.version },
    { key: w('Mức rủi ro', 'Risk level'), value: LEVEL_WORDS[shown.level][lang] },
    {
      key: w('Nhà cung cấp', 'Provider'),
      value: [shown.provider.name, shown.provider.address, shown.provider.contact].filter((v) => v !== null),
    },
    { key: w('Mục đích', 'Purpose'), value: shown.purpose },
    { key: w('Chức năng chính', 'Main functions'), value: shown.functions },
    { key: w('Phạm vi triển khai', 'Scope of deployment'), value: shown.scope },
    { key: w('Nhóm người sử dụng', 'User groups'), value: shown.users },
    { key: w('Người bị ảnh hưởng', 'Affected persons'), value: shown.affected },
  ]
  return (
    <SummaryList
      rows={rows.flatMap(({ key, value }) => (value && value.length > 0 ? [{ key, value: said(value) }] : []))}
    />
  )
}

const sendNotice = page({
  name: 'sendNotice',
  method: 'post',
  path: '/systems/{id}/send',
  who: 'filer',
  async handle(asked, { params }) {
    const sent = await send(asked, params.id ?? '')
    return sent.ok ? done({ goTo: asked.to(`/notices/${sent.value.receipt.number}`) }) : sent
  },
})

/** The way out: what the portal may not hold, and what one does instead. */
const showOutside = page({
  name: 'showOutsideDraft',
  method: 'get',
  path: '/systems/{id}/outside',
  who: 'filer',
  async handle(asked, { params }) {
    const found = await getSystem(asked, params.id ?? '')
    if (!found.ok) return found
    const { lang, to, once } = asked
    const w = say(lang)
    const title = w('Hệ thống ngoài phạm vi của Cổng', 'A system outside the portal')
    return done({
      show: asked.page({
        title,
        back: { text: w('Quay lại', 'Back'), href: to(`/systems/${found.value.id}`) },
        unlisted: true,
        children: (
          <>
            <h1>{title}</h1>
            <p class="lead">
              {w(
                'Đừng gửi thông báo. Cổng không được thu thập thông tin về hệ thống này.',
                'Do not send a notice. The portal may not collect anything on this system.',
              )}
            </p>
            <p>
              <Cite {...citeLink(lang, 'N4.3.d')} />; <Cite {...citeLink(lang, 'L1.2')} />
            </p>
            <p>
              {w(
                'Bấm nút dưới đây để xóa ngay toàn bộ nội dung bản nháp khỏi Cổng.',
                'Use the button to erase the whole content of this draft from the portal now.',
              )}
            </p>
            <FormShell action={to(`/systems/${found.value.id}/erase`)} once={once}>
              <Button look="warning">{w('Xóa bản nháp', 'Erase the draft')}</Button>
            </FormShell>
          </>
        ),
      }),
    })
  },
})

const eraseOutside = page({
  name: 'eraseDraft',
  method: 'post',
  path: '/systems/{id}/erase',
  who: 'filer',
  async handle(asked, { params }) {
    const erased = await eraseDraft(asked, params.id ?? '')
    return erased.ok ? done({ goTo: asked.to('/systems') }) : erased
  },
})

export const sendPages: readonly Route[] = [showCheck, sendNotice, showOutside, eraseOutside]
