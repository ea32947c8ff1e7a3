import { fill } from '../../base/text.ts'
import type { Child } from 'hono/jsx'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { assets } from '../../web/assets.ts'
import { textIn, textsIn } from '../../web/form.ts'
import { showDay } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { addKey, endKey, type Keys, keysOf, rewrap } from './actions.ts'
import { PrivateKey } from './private-key.tsx'
import { type Envelope, FEWEST_RECIPIENTS, type Recipient } from './schema.ts'
import { problemsOf, type Slips, slipsOf } from './shown.tsx'
import { D } from './words-desk.ts'

const PATH = '/petitions/keys'

interface Seen {
  readonly slips?: Slips
  readonly typed?: { readonly recipient: string; readonly label: string } | undefined
  readonly saved?: boolean
}

function keysPage(
  asked: AskedPage,
  { recipients, stale }: Keys,
  { slips = {}, typed, saved = false }: Seen = {},
): Child {
  const { lang, to } = asked
  return asked.page({
    title: D.keysTitle[lang],
    unlisted: true,
    back: { text: D.title[lang], href: to('/petitions/desk') },
    problems: problemsOf(slips),
    children: (
      <>
        <h1>{D.keysTitle[lang]}</h1>
        <p class="lead">{D.keysLead[lang]}</p>
        {saved ? (
          <Notice tone="success">
            <p>{D.saved[lang]}</p>
          </Notice>
        ) : recipients.length < FEWEST_RECIPIENTS ? (
          <Notice tone="important">
            <p>{D.fewKeys[lang]}</p>
          </Notice>
        ) : null}
        {recipients.length === 0 ? <p>{D.keysNone[lang]}</p> : null}
        {recipients.map((one) => (
          <KeyShown asked={asked} one={one} may={recipients.length > FEWEST_RECIPIENTS} />
        ))}
        <Adding asked={asked} slips={slips} typed={typed} />
        <Rewrapping asked={asked} recipients={recipients} stale={stale} />
        <script src={assets().seal} defer></script>
      </>
    ),
  })
}

const KeyShown = ({
  asked,
  one,
  may,
}: {
  readonly asked: AskedPage
  readonly one: Recipient
  readonly may: boolean
}) => {
  const { lang, to, once } = asked
  return (
    <section>
      <h2>{one.label}</h2>
      <p>
        <code class="break">{one.recipient}</code>
        <br />
        <span class="soft">
          {D.since[lang]} {showDay(dayOf(one.since))}
        </span>
      </p>
      {may ? (
        <FormShell action={to(`${PATH}/end`)} once={`${once}-${one.recipient.slice(-8)}`}>
          <input type="hidden" name="recipient" value={one.recipient} />
          <p class="soft">{D.endText[lang]}</p>
          <Button look="warning">
            {D.endDo[lang]}
            <span class="govuk-visually-hidden"> {one.label}</span>
          </Button>
        </FormShell>
      ) : null}
    </section>
  )
}

const Adding = ({
  asked: { lang, to, once },
  slips = {},
  typed,
}: Omit<Seen, 'saved'> & { readonly asked: AskedPage }) => (
  <section>
    <h2>{D.addTitle[lang]}</h2>
    <p>{D.addText[lang]}</p>
    <div data-make data-made={D.made[lang]} data-save={D.saveKey[lang]} data-with-script hidden>
      <p>
        <button type="button" class="govuk-button govuk-button--secondary">
          {D.make[lang]}
        </button>
      </p>
      <p role="status" data-told></p>
    </div>
    <FormShell action={to(PATH)} once={once}>
      <TextField
        name="recipient"
        label={D.recipient[lang]}
        hint={D.recipientHint[lang]}
        value={typed?.recipient}
        error={slips.recipient}
        autocomplete="off"
        spellcheck={false}
        maxlength={80}
      />
      <TextField
        name="label"
        label={D.label[lang]}
        hint={D.labelHint[lang]}
        value={typed?.label}
        error={slips.label}
        autocomplete="off"
        maxlength={100}
      />
      <Button>{D.addDo[lang]}</Button>
    </FormShell>
  </section>
)

interface Stale {
  readonly asked: AskedPage
  readonly recipients: readonly Recipient[]
  readonly stale: readonly Envelope[]
}

/** Envelopes stand in the page, because they are small and the page is for those who may open them. */
const Rewrapping = ({ asked, recipients, stale }: Stale) => {
  const { lang, to } = asked
  return (
    <section>
      <h2>{D.rewrapTitle[lang]}</h2>
      {stale.length === 0 ? (
        <p>{D.rewrapNone[lang]}</p>
      ) : (
        <>
          <p>{fill(D.rewrapText[lang], { n: stale.length })}</p>
          <p data-without-script>{D.rewrapScript[lang]}</p>
          <div
            data-rewrap={to(`${PATH}/rewrap`)}
            data-recipients={recipients.map(({ recipient }) => recipient).join(' ')}
            data-done={D.rewrapped[lang]}
            data-none={D.noKey[lang]}
            data-wrong={D.wrongKey[lang]}
          >
            <PrivateKey asked={asked} button={D.rewrapDo[lang]} />
            <ul hidden>
              {stale.map(({ number, envelope }) => (
                <li data-number={number} data-envelope={Buffer.from(envelope).toString('base64')}></li>
              ))}
            </ul>
          </div>
        </>
      )}
    </section>
  )
}

const show = page({
  name: 'showSealingKeys',
  method: 'get',
  path: PATH,
  who: 'officer',
  async handle(asked, { query }) {
    const keys = await keysOf(asked)
    return keys.ok ? done({ show: keysPage(asked, keys.value, { saved: query.done === 'saved' }) }) : keys
  },
})

const adding = page({
  name: 'addSealingKey',
  method: 'post',
  path: PATH,
  who: 'officer',
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const typed = { recipient: textIn(form, 'recipient'), label: textIn(form, 'label') }
    const added = await addKey(asked, typed)
    if (added.ok) return done({ goTo: asked.to(`${PATH}?done=saved`) })
    const slips = slipsOf(added.refusals, asked.lang)
    const keys = await keysOf(asked)
    if (slips === undefined || !keys.ok) return added
    return done({ show: keysPage(asked, keys.value, { slips, typed }), status: 422 })
  },
})

const ending = page({
  name: 'endSealingKey',
  method: 'post',
  path: `${PATH}/end`,
  who: 'officer',
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const ended = await endKey(asked, textIn(form, 'recipient'))
    return ended.ok ? done({ goTo: asked.to(`${PATH}?done=saved`) }) : ended
  },
})

/** Posted by the script, one message at a time: what fails leaves the others done. */
const rewrapping = page({
  name: 'sealAnew',
  method: 'post',
  path: `${PATH}/rewrap`,
  who: 'officer',
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const sealed = await rewrap(asked, {
      ...{ number: textIn(form, 'number'), recipients: textsIn(form, 'recipient') },
      envelope: new Uint8Array(Buffer.from(textIn(form, 'envelope'), 'base64')),
    })
    return sealed.ok ? done({ kept: true }) : sealed
  },
})

export const keyPages: readonly Route[] = [show, adding, ending, rewrapping]
