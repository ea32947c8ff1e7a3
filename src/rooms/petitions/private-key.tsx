import type { AskedPage } from '../../web/route.ts'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { EVALUATION_KEYS } from './evaluation-keys.ts'
import { D } from './words-desk.ts'

/**
 * Where an officer gives his private key to the page. Nothing here has a form around it or could be sent: a script reads
 * it, and without one it stays hidden.
 */
export const PrivateKey = ({
  asked: { lang, site },
  button,
}: {
  readonly asked: AskedPage
  readonly button: string
}) => (
  <div data-with-script hidden>
    <p>{D.withScript[lang]}</p>
    {site.mode === 'evaluation' ? (
      <p class="soft">
        {D.evaluationKeys[lang]} <code class="break">{EVALUATION_KEYS[0]?.secret}</code>
      </p>
    ) : null}
    <FileField name="key-file" id="key-file" label={D.identityFile[lang]} accept=".txt,.key,.age" />
    <TextField
      name="key"
      id="key"
      label={D.identityField[lang]}
      type="password"
      autocomplete="one-time-code"
      spellcheck={false}
    />
    <button type="button" class="govuk-button" data-open>
      {button}
    </button>
    <p role="status" data-told></p>
  </div>
)
