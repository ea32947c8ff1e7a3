import { actingFor, files } from '../../base/actor.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { citeLink } from '../statute/schema.ts'
import { type Lang, say } from '../../base/text.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { showDay, showMoment } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { Notice as Banner } from '../../web/parts/notice/part.tsx'
import { StatusTag } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TaskList, type Task } from '../../web/parts/task-list/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { dossierOf, findDraft, getSystem, lacking, listAttachments, offers } from '../systems/actions.ts'
import {
  type Answers,
  type Draft,
  isRecorded,
  LEVEL_WORDS,
  type Recorded,
  SECTOR_WORDS,
  STATE_WORDS,
  type System,
} from '../systems/schema.ts'
import { declaredIn, lackingForPublication, listNotices } from './actions.ts'
import { KIND_WORDS } from './words.ts'

const STATE_TONE = {
  draft: 'quiet',
  declared: 'quiet',
  'in-use': 'active',
  suspended: 'suspended',
  recalled: 'recalled',
  retired: 'quiet',
  withdrawn: 'quiet',
} as const

const showSystem = page({
  name: 'showSystem',
  method: 'get',
  path: '/systems/{id}',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getSystem(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    const draft = await findDraft(asked.db, system.id)
    return done({
      show: isRecorded(system) ? await overview(asked, system, draft) : await taskList(asked, system, draft),
    })
  },
})

async function taskList(asked: AskedPage, system: System, draft: Draft | undefined) {
  const { lang, to } = asked
  const w = say(lang)
  const answers = draft?.answers ?? {}
  const documents = await listAttachments(asked.db, system.id)
  const declared = declaredIn(draft?.result ?? {})
  const lack = declared?.level === 'low' ? lackingForPublication(answers) : lacking(answers, documents)
  const ready = lack.length === 0 && declared !== undefined
  const parts: Task[] = DOSSIER.parts.map((part) => {
    const n = lack.filter((key) => DOSSIER.fields.find((f) => f.key === key)?.part === part.id).length
    return {
      text: part.label[lang],
      href: to(`/systems/${system.id}/dossier/${part.id}`),
      status:
        n === 0
          ? { label: w('Đã đủ', 'Complete'), tone: 'done' }
          : { label: w(`Còn thiếu ${n}`, `${n} missing`), tone: 'todo' },
    }
  })
  const tasks: Task[] = [
    {
      text: w('Kết quả phân loại', 'Classification result'),
      href: to(`/systems/${system.id}/result`),
      hint: declared && LEVEL_WORDS[declared.level][lang],
      status: declared
        ? { label: w('Đã đủ', 'Complete'), tone: 'done' }
        : { label: w('Chưa khai', 'Not declared'), tone: 'todo' },
    },
    ...parts,
    {
      text: w('Tài liệu kèm theo', 'Documents beside the dossier'),
      href: to(`/systems/${system.id}/files`),
      hint: w(
        'Không bắt buộc: thẻ mô hình, thẻ hệ thống, DPIA có thể thay một số phần',
        'Optional: a model card, system card or DPIA may stand for some parts',
      ),
      status: {
        label:
          documents.length === 0
            ? w('Không bắt buộc', 'Optional')
            : w(`${documents.length} tệp`, `${documents.length} files`),
        tone: documents.length === 0 ? 'later' : 'done',
      },
    },
    {
      text: w('Kiểm tra và gửi', 'Check and send'),
      href: ready ? to(`/systems/${system.id}/check`) : undefined,
      status: ready
        ? { label: w('Sẵn sàng', 'Ready'), tone: 'todo' }
        : { label: w('Chưa làm được', 'Not yet'), tone: 'later' },
    },
  ]
  return asked.page({
    title: system.name || w('Hệ thống chưa đặt tên', 'Unnamed system'),
    back: { text: w('Các hệ thống của tổ chức', 'Systems of the organisation'), href: to('/systems') },
    unlisted: true,
    children: (
      <>
        <h1>{system.name}</h1>
        <p class="lead">
          {w(
            'Hồ sơ gồm bốn phần. Gửi xong, Cổng ghi nhận ngay và cấp mã định danh (AI-ID): không có bước xét duyệt.',
            'The dossier has four parts. Once sent it is recorded at once with its AI-ID: nobody has to approve it.',
          )}
        </p>
        <p>
          <Cite {...citeLink(lang, 'N14.4')} />; <Cite {...citeLink(lang, 'N12')} />
        </p>
        <TaskList tasks={tasks} />
        {draft === undefined ? null : (
          <p class="soft">
            {w(
              `Bản nháp chỉ tổ chức của bạn xem được. Lưu lần cuối ${showMoment(draft.savedAt, lang)}.`,
              `Only your organisation sees this draft. Last saved ${showMoment(draft.savedAt, lang)}.`,
            )}
          </p>
        )}
      </>
    ),
  })
}

async function overview(asked: AskedPage, system: Recorded, draft: Draft | undefined) {
  const { lang, to } = asked
  const w = say(lang)
  const notices = await listNotices(asked.db, system.id)
  const ours = actingFor(asked.actor)?.party === system.provider
  const writes = files(asked.actor, system.provider)
  const ended = system.state === 'withdrawn' || system.state === 'retired'
  const at = (path: string) => to(`/systems/${system.id}${path}`)
  const doNow: readonly { readonly href: string; readonly text: string; readonly about: string }[] = [
    ...(offers(system, asked.actor).length > 0
      ? [
          {
            href: at('/use'),
            text: w('Thay đổi tình trạng sử dụng', 'Change the state of use'),
            about: w(
              'Đưa vào sử dụng, tạm dừng, thu hồi, ngừng sử dụng hoặc rút thông báo.',
              'Put into use, suspend, recall, retire or withdraw.',
            ),
          },
        ]
      : []),
    ...(!writes || system.state === 'withdrawn'
      ? []
      : [
          {
            href: draft === undefined ? at('/update') : at('/changes'),
            text:
              draft === undefined
                ? w('Cập nhật hoặc đính chính hồ sơ', 'Update or correct the dossier')
                : w('Tiếp tục bản cập nhật đang soạn', 'Go on with the update under way'),
            about: w('Phiên bản cũ được giữ nguyên.', 'Earlier versions are kept.'),
          },
        ]),
    ...(!writes || ended
      ? []
      : [
          {
            href: at('/reclassify'),
            text: w('Phân loại lại', 'Reclassify'),
            about: w(
              'Khi có thay đổi đáng kể, sự cố nghiêm trọng hoặc yêu cầu của cơ quan có thẩm quyền.',
              'After a significant change, a serious incident or an order of the competent agency.',
            ),
          },
        ]),
    ...(ours
      ? [
          {
            href: at('/marks'),
            text: w('Đánh dấu nội dung', 'Marking content'),
            about: w(
              'Chứng thư để ký đánh dấu lên nội dung do hệ thống tạo ra.',
              'Certificates to sign marks on what the system makes.',
            ),
          },
        ]
      : []),
    ...[
      {
        href: at('/deployers'),
        text: w('Bên triển khai', 'Deployers'),
        about: w('Ai đang triển khai hệ thống, từ khi nào.', 'Who deploys the system, and since when.'),
      },
      {
        href: at('/files'),
        text: w('Tài liệu kèm theo', 'Documents beside the dossier'),
        about: w('Thẻ mô hình, thẻ hệ thống, DPIA.', 'Model card, system card, DPIA.'),
      },
      {
        href: at('/history'),
        text: w('Lịch sử và các phiên bản', 'History and versions'),
        about: w('Mọi thay đổi đều được ghi lại.', 'Every change is on the record.'),
      },
    ],
  ]
  return asked.page({
    title: system.name,
    back: ours
      ? { text: w('Các hệ thống của tổ chức', 'Systems of the organisation'), href: to('/systems') }
      : { text: w('Bản ghi công khai', 'The public record'), href: to(`/register/${system.aiId}`) },
    unlisted: true,
    children: (
      <>
        <h1>{system.name}</h1>
        <p>
          <LevelTag level={system.level} word={LEVEL_WORDS[system.level][lang]} />{' '}
          <StatusTag tone={STATE_TONE[system.state]}>{STATE_WORDS[system.state][lang]}</StatusTag>
        </p>
        <SummaryList
          rows={[
            { key: 'AI-ID', value: <strong class="number">{system.aiId}</strong> },
            { key: w('Ghi nhận từ', 'On record since'), value: showMoment(system.recordedAt, lang) },
            { key: w('Thay đổi gần nhất', 'Last change'), value: showMoment(system.changedAt, lang) },
            ...(system.firstUse === null
              ? []
              : [{ key: w('Đưa vào sử dụng từ', 'In use since'), value: showDay(system.firstUse) }]),
            ...(system.sectors.length === 0
              ? []
              : [{ key: w('Lĩnh vực', 'Fields'), value: system.sectors.map((s) => SECTOR_WORDS[s][lang]).join(', ') }]),
            ...(system.entries.length === 0
              ? []
              : [
                  {
                    key: w('Mục trong Danh mục', 'List entries'),
                    value: system.entries.map((e) => <Cite {...citeLink(lang, `Q.${e}`)} />),
                  },
                ]),
            {
              key: w('Ai đang giữ hồ sơ', 'Who holds the file'),
              value: w(
                ours
                  ? 'Tổ chức của bạn; cơ quan nhà nước chỉ kiểm tra sau.'
                  : 'Nhà cung cấp. Việc bạn xem hồ sơ này được ghi lại và nhà cung cấp xem được.',
                ours
                  ? 'Your organisation; the State only checks afterwards.'
                  : 'The provider. That you read this file is noted, and the provider sees it.',
              ),
            },
          ]}
        />
        {system.level === 'high' && system.state === 'declared' ? (
          <Banner tone="important" title={w('Trước khi đưa vào sử dụng', 'Before it is put into use')}>
            <p>
              {w(
                'Hệ thống rủi ro cao phải có kết quả đánh giá sự phù hợp trước khi đưa vào sử dụng.',
                'A high-risk system needs its conformity result before it is put into use.',
              )}
            </p>
            <p>
              <Cite {...citeLink(lang, 'L13.3')} />
            </p>
          </Banner>
        ) : null}
        <h2>{w('Việc có thể làm', 'What you can do')}</h2>
        <ul>
          {doNow.map((d) => (
            <li>
              <a href={d.href}>{d.text}</a>
              <br />
              <span class="soft">{d.about}</span>
            </li>
          ))}
          <li>
            <a href={to(`/register/${system.aiId}`)}>
              {w('Xem trên Sổ đăng ký công khai', 'See it in the public register')}
            </a>
          </li>
        </ul>
        {ours ? null : <DossierRows lang={lang} answers={await dossierOf(asked.db, system)} />}
        <h2>{w('Thông báo và xác nhận', 'Notices and confirmations')}</h2>
        <ul>
          {notices.map((n) => (
            <li>
              <a class="number" href={to(`/notices/${n.number}`)}>
                {n.number}
              </a>
              : {KIND_WORDS[n.kind][lang]}, {LEVEL_WORDS[n.receipt.level][lang]}, {showMoment(n.receivedAt, lang)}
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

/** The dossier in force, for whoever supervises. */
const DossierRows = ({ lang, answers }: { readonly lang: Lang; readonly answers: Answers }) => (
  <>
    {DOSSIER.parts.map((part) => (
      <>
        <h2>{part.label[lang]}</h2>
        <SummaryList
          rows={DOSSIER.fields
            .filter((f) => f.part === part.id)
            .map((f) => ({ key: f.label[lang], value: [answers[f.key] ?? '–'].flat().join('; ') }))}
        />
      </>
    ))}
  </>
)

export const systemPages: readonly Route[] = [showSystem]
