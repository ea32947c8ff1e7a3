import type { Kit } from '../../db/kit.ts'
import type { TrustList } from '../../mark/c2pa.ts'
import { pemOf } from './certificate-actions.ts'

/** The lists of roots that the portal trusts, each with what it means to lead to it. */
export const trustLists = ({ site, authority }: Pick<Kit, 'site' | 'authority'>): readonly TrustList[] => [
  ...(authority === undefined ? [] : [{ trust: 'national' as const, roots: pemOf(authority.root) }]),
  ...(site.c2paRoots === undefined ? [] : [{ trust: 'c2pa' as const, roots: site.c2paRoots }]),
]
