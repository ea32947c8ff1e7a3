import { done, type Outcome } from '../../base/outcome.ts'
import { type Answer, page, type Route } from '../../web/route.ts'
import { getOwn } from '../systems/actions.ts'
import { endJob } from './job-actions.ts'

/** For a person: the key that ordered it may be lost, or in hands that should not have it. */
const endJobHere = page({
  name: 'endMarkJobHere',
  method: 'post',
  path: '/systems/{id}/marks/jobs/{job}/end',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const ended = await endJob(asked, params.job ?? '')
    return ended.ok ? done({ goTo: asked.to(`/systems/${found.value.id}/marks`) }) : ended
  },
})

export const jobPages: readonly Route[] = [endJobHere]
