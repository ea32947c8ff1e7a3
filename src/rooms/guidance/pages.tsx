import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { listPublished } from '../../casework/actions.ts'
import { casePages } from '../../casework/pages.tsx'
import { showDay } from '../../web/format.ts'
import { page, type Route } from '../../web/route.ts'
import { guidanceOffice } from './actions.ts'
import { GUIDANCE, topicName } from './procedure.ts'
import { FIELDS } from './words.ts'

/** Everything published so far, by question of the tool, newest first. */
const published = page({
  name: 'showPublishedGuidance',
  method: 'get',
  path: '/guidance/published',
  who: 'anyone',
  async handle(asked) {
    const { lang, to } = asked
    const all = await listPublished(asked.reader, GUIDANCE.id)
    const topics = [...new Set(all.map(({ content }) => String(content.topic)))]
    const show = asked.page({
      title: FIELDS.publishedTitle[lang],
      about: FIELDS.publishedLead[lang],
      back: { text: GUIDANCE.name[lang], href: to('/guidance') },
      children: (
        <>
          <h1>{FIELDS.publishedTitle[lang]}</h1>
          <p class="lead">{FIELDS.publishedLead[lang]}</p>
          {all.length === 0 ? <p>{FIELDS.publishedNone[lang]}</p> : null}
          {topics.map((topic) => (
            <section>
              <h2>{topicName(topic, lang)}</h2>
              {all
                .filter(({ content }) => content.topic === topic)
                .map(({ number, content, changedAt }) => (
                  <article lang="vi">
                    <h3>{String(content.question)}</h3>
                    <p>{String(content.answer)}</p>
                    <p class="soft small">
                      {number}, {showDay(dayOf(changedAt))}
                    </p>
                  </article>
                ))}
            </section>
          ))}
        </>
      ),
    })
    return done({ show })
  },
})

export const pages: readonly Route[] = [
  published,
  ...casePages(guidanceOffice, {
    intro: ({ lang, to }) => (
      <p>
        <a href={to('/guidance/published')}>{FIELDS.publishedTitle[lang]}</a>
      </p>
    ),
  }),
]
