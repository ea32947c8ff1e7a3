import { fill } from '../../base/text.ts'
import { assets } from '../../web/assets.ts'
import { showBytes } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import type { Whole } from './actions.ts'
import { PrivateKey } from './private-key.tsx'
import { D } from './words-desk.ts'

/** What lies sealed beside a message: fetched on the record, opened in the browser of whoever holds a key. */
export const SealedPart = ({ asked, whole }: { readonly asked: AskedPage; readonly whole: Whole }) => {
  const { lang, to, once } = asked
  const { petition: p, sealed, unsealed } = whole
  if (sealed.length === 0) return null
  const at = (id: string) => to(`/petitions/${p.number}/sealed/${id}`)
  return (
    <section id="sealed">
      <h2>{D.sealedTitle[lang]}</h2>
      <p>{D.sealedText[lang]}</p>
      {unsealed ? (
        <div
          data-unseal={at('key')}
          data-opened={D.opened[lang]}
          data-wrong={D.wrongKey[lang]}
          data-none={D.noKey[lang]}
          data-save={D.save[lang]}
        >
          <PrivateKey asked={asked} button={D.openDo[lang]} />
          <p data-without-script>{D.withoutScript[lang]}</p>
          <ul>
            <li data-without-script>
              <a href={at('key')}>{D.envelope[lang]} (.age)</a>
            </li>
            {sealed.map(({ id, what, size, seq }) => (
              <li data-sealed={what}>
                <a href={at(id)} data-file>
                  {fill(D.sealedFile[lang], { what: D[what][lang], size: showBytes(size, lang), seq })}
                </a>
                <div data-shown></div>
              </li>
            ))}
          </ul>
          <p class="soft">{D.danger[lang]}</p>
          <script src={assets().seal} defer></script>
        </div>
      ) : (
        <ul>
          {sealed.map(({ what, size, seq }) => (
            <li>{fill(D.sealedFile[lang], { what: D[what][lang], size: showBytes(size, lang), seq })}</li>
          ))}
        </ul>
      )}
      {unsealed || p.state === 'received' || p.state === 'closed' ? null : (
        <FormShell action={to(`/petitions/${p.number}/unseal`)} once={`${once}-unseal`}>
          <Button look="secondary">{D.unseal[lang]}</Button>
        </FormShell>
      )}
    </section>
  )
}
