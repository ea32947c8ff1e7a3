import type { Json } from '../base/canonical.ts'
import { say, type Lang } from '../base/text.ts'
import type { Pack } from './lint-packs.ts'
import { LINTER, type Finding } from './lint.ts'

/** Findings in SARIF 2.1.0, which editors and build systems read. One run, many files. */
export function sarif(
  files: readonly { readonly uri: string; readonly findings: readonly Finding[] }[],
  packs: readonly Pack[],
  lang: Lang,
): Json {
  const w = say(lang)
  const rules = packs.flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            ...LINTER,
            rules: rules.map(({ pack, rule }) => ({
              id: rule.id,
              shortDescription: { text: w(rule.title.vi, rule.title.en) },
              help: { text: w(rule.help.vi, rule.help.en) },
              defaultConfiguration: { level: rule.level },
              properties: { pack: pack.id, jurisdiction: pack.jurisdiction, cite: rule.cite },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ uri, findings }) =>
          findings.map(({ rule, place, value }) => ({
            ruleId: rule.id,
            ruleIndex: rules.findIndex((r) => r.rule.id === rule.id),
            level: rule.level,
            message: { text: value ? `${w(rule.title.vi, rule.title.en)}: ${value}` : w(rule.title.vi, rule.title.en) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri },
                  ...(place === undefined ? {} : { region: { byteOffset: place.offset, byteLength: place.length } }),
                },
                ...(place === undefined
                  ? {}
                  : { logicalLocations: [{ fullyQualifiedName: `${place.carrier}/${place.key}` }] }),
              },
            ],
          })),
        ),
      },
    ],
  }
}
