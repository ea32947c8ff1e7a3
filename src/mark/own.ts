import { SOURCE_TYPES } from './sourcetype.ts'
import { escaped, NAMESPACES } from './xmp.ts'

/**
 * What a mark of ours says (Decree art. 17): the statement that the content was created or edited by AI, which is
 * mandatory, and what leads to the register. The same members stand in the assertion of a signed manifest.
 */
export interface Registration {
  readonly statement: 'created-by-ai' | 'edited-by-ai'
  /** The AI-ID of the system in the national database. */
  readonly aiId?: string
  /** Twelve hexadecimal digits: the 48 bits that the watermark carries too. */
  readonly contentId?: string
  /** Where the register answers, as an https address. */
  readonly register?: string
  readonly provider?: string
  /** A moment in UTC. */
  readonly at?: string
}

export const STATEMENTS = ['created-by-ai', 'edited-by-ai'] as const
/** Members in the order they are written, with their names in the namespace. */
export const MEMBERS = {
  statement: 'saola:Statement',
  aiId: 'saola:AiId',
  contentId: 'saola:ContentId',
  register: 'saola:Register',
  provider: 'saola:Provider',
  at: 'saola:At',
} as const satisfies Record<keyof Registration, string>

/** Label of the assertion that carries these members in a signed manifest, by their names in the namespace. */
export const ASSERTION = 'vn.saola.registration'

/** The members as an assertion of a signed manifest holds them. */
export const asAssertion = (said: Registration): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(MEMBERS).flatMap(([member, name]) => {
      const value = said[member as keyof Registration]
      return value === undefined ? [] : [[name, value]]
    }),
  )

export const isContentId = (text: string): boolean => /^[0-9a-f]{12}$/.test(text)
export const isStatement = (text: string | undefined): text is Registration['statement'] =>
  STATEMENTS.some((s) => s === text)

/** A registration from its properties; without a statement we know it is none. */
export function readRegistration(said: ReadonlyMap<string, string>): Registration | undefined {
  const statement = said.get(MEMBERS.statement)
  if (!isStatement(statement)) return undefined
  const optional = (['aiId', 'contentId', 'register', 'provider', 'at'] as const).flatMap((member) => {
    const value = said.get(MEMBERS[member])
    return value === undefined || value === '' ? [] : [[member, value.slice(0, 500)] as const]
  })
  return { statement, ...Object.fromEntries(optional) }
}

const TYPE_OF: Readonly<Record<Registration['statement'], string>> = {
  'created-by-ai': 'trainedAlgorithmicMedia',
  'edited-by-ai': 'compositeWithTrainedAlgorithmicMedia',
}

/** The packet to embed: our members, and the source type as every other reader knows it. */
export function writePacket(said: Registration): string {
  const members = Object.entries(MEMBERS).flatMap(([member, name]) => {
    const value = said[member as keyof Registration]
    return value === undefined ? [] : [`   <${name}>${escaped(value)}</${name}>`]
  })
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ` <rdf:RDF xmlns:rdf="${NAMESPACES.rdf}">`,
    `  <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="${NAMESPACES.Iptc4xmpExt}" xmlns:saola="${NAMESPACES.saola}">`,
    `   <Iptc4xmpExt:DigitalSourceType>${SOURCE_TYPES}${TYPE_OF[said.statement]}</Iptc4xmpExt:DigitalSourceType>`,
    ...members,
    '  </rdf:Description>',
    ' </rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}
