import { type Actor, actingFor, onlyServes } from '../../base/actor.ts'
import { type Lang, say } from '../../base/text.ts'
import { type Place, Page } from '../../web/layout.tsx'
import type { ProblemDocument } from '../../web/problem.ts'
import type { AskedPage, PageContent } from '../../web/route.ts'

type Framed = Pick<AskedPage, 'lang' | 'path' | 'actor' | 'site' | 'once'>

/** What everyone sees, then what this person may do. */
function nav(lang: Lang, actor: Actor): Place[] {
  const w = say(lang)
  const at = (path: string) => `/${lang}${path}`
  const seat = actor.kind === 'person' ? actor.seat : null
  // Whoever has no organisation yet may found one there; an officer comes to read.
  const mayFile = actor.kind === 'person' && !onlyServes(actor)
  // An administrator invites officers and handles no files.
  const handles = seat !== null && seat.role !== 'administrator'
  return [
    ...(handles
      ? [
          { text: w('Bàn việc', 'Desk'), href: at('/desk') },
          { text: w('Phản ánh', 'Messages'), href: at('/petitions/desk') },
          { text: w('Giám sát', 'Supervision'), href: at('/signals') },
        ]
      : []),
    { text: w('Sổ đăng ký', 'Register'), href: at('/register') },
    { text: w('Phân loại', 'Classify'), href: at('/classify') },
    { text: w('Sự cố', 'Incidents'), href: at('/incidents') },
    { text: w('Kiểm tra tệp', 'Check a file'), href: at('/check') },
    // An officer's own list of them stands above under the same name.
    ...(handles ? [] : [{ text: w('Phản ánh', 'Tell us'), href: at('/petitions') }]),
    { text: w('Quy định', 'Law'), href: at('/law') },
    ...(mayFile ? [{ text: w('Hệ thống của tổ chức', 'Our systems'), href: at('/systems') }] : []),
    ...(actingFor(actor) === null
      ? []
      : [
          { text: w('Hồ sơ', 'Cases'), href: at('/cases') },
          { text: w('Tổ chức', 'Organisation'), href: at('/organisation') },
        ]),
    ...(seat === null ? [] : [{ text: w('Danh mục', 'Inventories'), href: at('/inventory') }]),
    ...(handles && seat.kind === 'most' ? [{ text: w('Xóa dữ liệu', 'Erasures'), href: at('/erasures') }] : []),
    ...(seat?.role === 'administrator' ? [{ text: w('Đơn vị', 'Units'), href: at('/units') }] : []),
  ]
}

/** The whole document around a page. */
export function frame({ lang, path, actor, site, once }: Framed, content: PageContent) {
  const w = say(lang)
  const places = nav(lang, actor)
  const here = places.find((p) => path === p.href || path.startsWith(`${p.href}/`) || path.startsWith(`${p.href}?`))
  return (
    <Page
      lang={lang}
      path={path}
      nav={places}
      here={here?.href}
      evaluation={site.mode === 'evaluation'}
      who={
        actor.kind === 'person'
          ? { name: actor.name, href: `/${lang}/account`, signOut: `/${lang}/sign-out`, once }
          : undefined
      }
      signIn={actor.kind === 'visitor' ? `/${lang}/sign-in` : undefined}
      foot={[
        { text: w('Về Cổng', 'About'), href: `/${lang}/about` },
        { text: w('Phản ánh, kiến nghị', 'Tell the authority'), href: `/${lang}/petitions` },
        { text: w('Quy định pháp luật', 'The law'), href: `/${lang}/law` },
        { text: w('Dữ liệu mở', 'Open data'), href: `/${lang}/open-data` },
        { text: w('Dấu và nhãn AI', 'Marks and labels of AI'), href: `/${lang}/marks` },
        { text: w('Kiểm tra bằng chứng', 'Check a proof'), href: `/${lang}/verify` },
        { text: w('Dấu xóa dữ liệu', 'Tombstones'), href: `/${lang}/tombstones` },
        { text: w('Tiếp cận cho mọi người', 'Accessibility'), href: `/${lang}/accessibility` },
        { text: w('Dành cho lập trình viên (API)', 'For programmers (API)'), href: `/${lang}/api` },
      ]}
      {...content}
    />
  )
}

const HELP: Readonly<Record<number, { readonly vi: string; readonly en: string }>> = {
  403: {
    vi: 'Nếu bạn cho rằng mình có quyền này, hãy hỏi người chủ quản của tổ chức.',
    en: 'If you think you should be able to, ask an owner of your organisation.',
  },
  404: {
    vi: 'Địa chỉ có thể đã sai hoặc bạn không có quyền xem. Hãy thử tìm trên Sổ đăng ký.',
    en: 'The address may be wrong, or it is not yours to see. Try the register.',
  },
  409: {
    vi: 'Hãy tải lại trang để xem tình trạng hiện tại rồi thực hiện lại.',
    en: 'Load the page again to see the present state, then try again.',
  },
  429: { vi: 'Hãy chờ vài phút rồi thử lại.', en: 'Wait a few minutes, then try again.' },
  500: {
    vi: 'Hãy thử lại. Nếu vẫn gặp lỗi, hãy gửi cho chúng tôi số tham chiếu dưới đây.',
    en: 'Try again. If it happens again, send us the reference below.',
  },
}

/** A no as a page: what happened, what one can do, and for faults a number to refer to. */
export function problemPage(
  { lang, requestId }: Pick<AskedPage, 'lang' | 'requestId'>,
  problem: ProblemDocument,
): PageContent {
  const w = say(lang)
  const title =
    problem.status === 404
      ? w('Không tìm thấy trang', 'Page not found')
      : problem.status >= 500
        ? w('Hệ thống gặp sự cố', 'Something failed on our side')
        : w('Chưa thực hiện được', 'This could not be done')
  const help = HELP[problem.status] ?? HELP[problem.status >= 500 ? 500 : 409]
  return {
    title,
    unlisted: true,
    children: (
      <>
        <h1>{title}</h1>
        {problem.errors.map((e) => (
          <p class="lead">{e[lang]}</p>
        ))}
        <p>{help?.[lang]}</p>
        <ul>
          <li>
            <a href={`/${lang}/register`}>{w('Tìm trên Sổ đăng ký', 'Search the register')}</a>
          </li>
          <li>
            <a href={`/${lang}`}>{w('Về trang đầu', 'Go to the start page')}</a>
          </li>
        </ul>
        {problem.status >= 500 ? (
          <p class="soft small">
            {w('Số tham chiếu', 'Reference')}: {requestId}
          </p>
        ) : null}
      </>
    ),
  }
}
