import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { authority } from '../test/c2pa.ts'
import { readConfig } from './config.ts'

const signingKey = JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }))
const PRODUCTION = {
  DATABASE_URL: 'postgres://saola_app:a@db.example/saola',
  DATABASE_PUBLIC_URL: 'postgres://saola_public:b@db.example/saola',
  PUBLIC_URL: 'https://saola.example.vn/',
  SMTP_URL: 'smtps://u:p@mail.example',
  MAIL_FROM: 'portal@saola.example.vn',
  SAOLA_SIGNING_KEY: signingKey,
  SAOLA_LOG_KEY: signingKey,
  SAOLA_SITE_SECRET: randomBytes(32).toString('base64url'),
  DATA_DIR: '/nowhere/saola',
}

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').slice(1) : []
  }
}

test('without configuration it is the evaluation mode on 127.0.0.1:8400', () => {
  const config = readConfig({})
  assert.equal(config.mode, 'evaluation')
  assert.equal(config.url, 'http://127.0.0.1:8400')
  assert.equal(config.database, undefined)
  assert.equal(config.mail, undefined)
  assert.equal(readConfig({ PORT: '9000' }).log.origin, config.log.origin, 'its log is the same on every port')
})

test('the evaluation mode refuses to listen beyond this machine', () => {
  for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'example.vn']) assert.match(faultsOf({ HOST }).join(), /HOST/)
  for (const HOST of ['127.0.0.1', 'localhost', '::1']) assert.deepEqual(faultsOf({ HOST }), [])
})

test('a production setting without DATABASE_URL is a mistake, not an evaluation', () => {
  assert.deepEqual(faultsOf({ PUBLIC_URL: 'https://saola.example.vn', SMTP_URL: 'smtp://x' }), [
    '- DATABASE_URL is missing, although PUBLIC_URL and SMTP_URL are set.',
  ])
})

test('a whole production configuration is accepted, whatever host it listens on', () => {
  const config = readConfig({ ...PRODUCTION, HOST: '0.0.0.0', PORT: '80', TRUST_PROXY: '1' })
  assert.equal(config.mode, 'production')
  assert.equal(config.url, 'https://saola.example.vn')
  assert.equal(config.trustProxy, 1)
  assert.equal(config.log.origin, 'saola.example.vn/log')
})

test('every fault is told at once', () => {
  const faults = faultsOf({
    DATABASE_URL: 'postgres://postgres:a@db.example/saola',
    DATABASE_PUBLIC_URL: 'mysql://x',
    PUBLIC_URL: 'http://saola.example.vn',
    PORT: '99999',
    TRUST_PROXY: 'yes',
    LOG_LEVEL: 'loud',
    SAOLA_SIGNING_KEY: 'nonsense',
    SAOLA_LOG_ORIGIN: 'two words',
    SAOLA_LOG_POLICY: '/nowhere/policy',
    DATA_DIR: '/nowhere/saola',
  })
  const about = ['LOG_LEVEL', 'SAOLA_SIGNING_KEY', 'PORT', 'TRUST_PROXY', 'DATABASE_URL', 'DATABASE_PUBLIC_URL']
  for (const name of [
    ...about,
    'SAOLA_LOG_ORIGIN',
    'SAOLA_LOG_POLICY',
    'key for the log',
    'site secret',
    'PUBLIC_URL',
    'SMTP_URL',
    'MAIL_FROM',
  ])
    assert.ok(
      faults.some((fault) => fault.includes(name)),
      name,
    )
  assert.equal(faults.length, 13)
})

test('no fault repeats a secret', () => {
  const faults = faultsOf({ ...PRODUCTION, DATABASE_URL: 'postgres://other:hush@db/saola', SAOLA_SITE_SECRET: 'hush' })
  assert.equal(faults.length, 2)
  assert.doesNotMatch(faults.join(), /hush/)
})

test('a trust list is read at the start, and a broken one is a fault rather than an empty list', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'saola-config-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const { roots } = authority('C2PA')
  const withList = (text: string): Record<string, string> => {
    writeFileSync(join(folder, 'list.pem'), text)
    return { SAOLA_C2PA_TRUST: join(folder, 'list.pem') }
  }
  assert.equal(readConfig(withList(`# the list of today\n${roots}${roots}`)).c2paRoots?.match(/BEGIN/g)?.length, 2)
  assert.match(faultsOf(withList('none')).join(), /SAOLA_C2PA_TRUST: there is no certificate/)
  assert.match(faultsOf(withList(roots.replace('MII', 'AAA'))).join(), /broken certificate/)
  assert.match(faultsOf({ SAOLA_C2PA_TRUST: join(folder, 'absent') }).join(), /cannot be read/)
})
