import type { Lang } from '../../base/text.ts'
import { Ask, type Draft } from './forms.tsx'
import { ACCOUNT_FIELDS as F, NEW_PASSWORD_HINT } from './words.ts'

// What several forms about people ask, asked the same way everywhere, so that a browser fills it in.

interface OfPerson {
  readonly lang: Lang
  readonly draft: Draft
}

export const AskName = (form: OfPerson) => (
  <Ask {...form} name="name" words={F.name} autocomplete="name" spellcheck={false} />
)

/** `others`: the address of somebody else, which a browser must not fill in. */
export const AskEmail = ({ others = false, ...form }: OfPerson & { readonly others?: boolean }) => (
  <Ask {...form} name="email" words={F.email} type="email" autocomplete={others ? 'off' : 'email'} spellcheck={false} />
)

export const AskPassword = ({ name = 'password', ...form }: OfPerson & { readonly name?: 'password' | 'current' }) => (
  <Ask {...form} name={name} words={F[name]} type="password" autocomplete="current-password" />
)

export const AskNewPassword = ({ lang, ...form }: OfPerson & { readonly label?: string }) => (
  <Ask
    {...form}
    lang={lang}
    name="password"
    words={F.password}
    hint={NEW_PASSWORD_HINT[lang]}
    type="password"
    autocomplete="new-password"
  />
)

export const AskCode = (form: OfPerson) => (
  <Ask
    {...form}
    name="code"
    words={F.code}
    inputmode="numeric"
    autocomplete="one-time-code"
    width={10}
    spellcheck={false}
  />
)

/** Where to go once the form is done. */
export const BackField = ({ back }: { readonly back: string | undefined }) =>
  back === undefined ? null : <input type="hidden" name="back" value={back} />
export const withBack = (path: string, back: string | undefined): string =>
  back === undefined ? path : `${path}?back=${encodeURIComponent(back)}`
