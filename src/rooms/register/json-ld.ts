import type { Json } from '../../base/canonical.ts'
import type { PublicSystem } from '../systems/schema.ts'
import { LICENCE } from '../../web/feeds.ts'

/** A record in the words of schema.org, for search engines: what is public and nothing more. */
export function recordInSchemaOrg(system: PublicSystem, site: string, url: string): Json {
  const { name, address, contact } = system.provider
  return {
    '@context': 'https://schema.org',
    '@type': 'SoftwareApplication',
    '@id': url,
    url,
    name: system.name,
    identifier: { '@type': 'PropertyValue', propertyID: 'AI-ID', value: system.aiId },
    applicationCategory: 'Artificial intelligence system',
    ...(system.version === null ? {} : { softwareVersion: system.version }),
    ...(system.purpose === null ? {} : { description: system.purpose }),
    ...(system.functions.length === 0 ? {} : { featureList: [...system.functions] }),
    provider: {
      '@type': 'Organization',
      name,
      ...(address === null ? {} : { address }),
      ...(contact === null ? {} : { contactPoint: { '@type': 'ContactPoint', description: contact } }),
    },
    dateCreated: system.recordedAt,
    dateModified: system.changedAt,
    isPartOf: { '@type': 'Dataset', '@id': `${site}/data/systems`, url: `${site}/vi/open-data`, license: LICENCE },
  }
}

/** JSON that may stand inside a script element: nothing in it can close the element or open a comment. */
export const insideScript = (value: Json): string => JSON.stringify(value).replaceAll('<', '\\u003c')
