import { done } from '../../base/outcome.ts'
import { page, type Route } from '../../web/route.ts'
import { facets } from '../register/actions.ts'
import { Query } from '../register/schema.ts'
import { aboutPages } from './about.tsx'
import { apiPage } from './api-page.tsx'
import { StartPage } from './start.tsx'
import { tour } from './tours.tsx'
import { START } from './words.ts'

const start = page({
  name: 'showStart',
  method: 'get',
  path: '/',
  who: 'anyone',
  async handle(asked) {
    const { level } = await facets(asked, Query.parse({}))
    const { lang } = asked
    const show = asked.page({
      title: START.title[lang],
      about: START.about[lang],
      children: <StartPage asked={asked} figures={{ byLevel: level, at: asked.now() }} />,
    })
    return done({ show })
  },
})

/** Everything the start of the portal shows. `document` gives the API document that belongs to a site's address. */
export const homePages = (document: (site: string) => object): readonly Route[] => [
  start,
  tour,
  ...aboutPages,
  apiPage(document),
]
