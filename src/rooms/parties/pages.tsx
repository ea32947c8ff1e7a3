import type { Route } from '../../web/route.ts'
import { accountPages } from './pages-account.tsx'
import { deskPages } from './pages-desks.tsx'
import { evaluationPages } from './pages-evaluation.tsx'
import { invitationPages } from './pages-invitation.tsx'
import { keyPages } from './pages-keys.tsx'
import { memberPages } from './pages-members.tsx'
import { organisationPages } from './pages-organisation.tsx'
import { passwordPages } from './pages-password.tsx'
import { profilePages } from './pages-profile.tsx'
import { unitPages } from './pages-units.tsx'

/** Every page of this room. */
export const pages: readonly Route[] = [
  ...accountPages,
  ...passwordPages,
  ...profilePages,
  ...organisationPages,
  ...memberPages,
  ...keyPages,
  ...invitationPages,
  ...deskPages,
  ...unitPages,
  ...evaluationPages,
]
