import type { Json } from '../../base/canonical.ts'
import type { Text } from '../../base/text.ts'
import { LANGS } from '../../base/text.ts'
import type { ExportedFile, ExportedSet, Manifest } from './schema.ts'

/** The first day of the Law: nothing was recorded before (Law art. 34). */
const SINCE = '2026-03-01'
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const
const TITLE: Text = {
  vi: 'Dữ liệu mở của Cổng thông tin một cửa về trí tuệ nhân tạo',
  en: 'Open data of the one-stop portal on artificial intelligence',
}

const said = (text: Text): Json => LANGS.map((lang) => ({ '@language': lang, '@value': text[lang] }))
const typed = (type: string, value: string): Json => ({ '@type': `xsd:${type}`, '@value': value })
const named = (id: string): Json => ({ '@id': id })
const media = (type: string): string =>
  `https://www.iana.org/assignments/media-types/${(type.split(';')[0] ?? type).trim()}`
const period = (until: string): Json => ({
  '@type': 'dct:PeriodOfTime',
  'dcat:startDate': typed('date', SINCE),
  'dcat:endDate': typed('dateTime', until),
})

/** What an export holds, for catalogues of data that harvest it: DCAT 3 as JSON-LD. */
export function catalogue(manifest: Manifest): Json {
  const { site, publisher, licence, asOf } = manifest
  const all = {
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher, 'foaf:homepage': named(site) },
    'dct:license': named(licence),
    'dct:modified': typed('dateTime', asOf),
    'dct:spatial': named('http://publications.europa.eu/resource/authority/country/VNM'),
  }
  return {
    '@context': CONTEXT,
    '@id': `${site}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': said(TITLE),
    'dct:language': ['vi', 'en'],
    'foaf:homepage': named(`${site}/vi/open-data`),
    ...all,
    'dcat:dataset': manifest.sets.map((set) => ({
      '@id': `${site}/data/${set.id}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': set.id,
      'dct:title': said(set.title),
      'dct:description': said(set.about),
      'dcat:landingPage': named(`${site}/vi/open-data`),
      'dct:accrualPeriodicity': named('http://publications.europa.eu/resource/authority/frequency/DAILY'),
      'dct:temporal': period(asOf),
      ...all,
      'dcat:distribution': manifest.files.filter((f) => f.set === set.id).map((f) => distribution(manifest, set, f)),
    })),
  }
}

const distribution = ({ site, licence, asOf }: Manifest, set: ExportedSet, file: ExportedFile): Json => ({
  '@id': `${site}/data/${file.name}`,
  '@type': 'dcat:Distribution',
  'dct:title': said(set.title),
  'dcat:accessURL': named(`${site}/vi/open-data`),
  'dcat:downloadURL': named(`${site}/data/${file.name}`),
  'dcat:mediaType': named(media(file.type)),
  'dcat:byteSize': typed('nonNegativeInteger', String(file.size)),
  'dct:license': named(licence),
  'dct:modified': typed('dateTime', asOf),
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': named('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
    'spdx:checksumValue': typed('hexBinary', file.sha256),
  },
})
