import assert from 'node:assert/strict'
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { describe, test } from 'node:test'
import { AsnConvert } from '@peculiar/asn1-schema'
import { CertificateList } from '@peculiar/asn1-x509'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { asCookie, openHouse } from '../../../test/marks.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import { makeHeld } from '../../authority.ts'
import { lintLeaf, makeLeaf, makeRoot } from '../../x509.ts'
import { act as actOnSystem } from '../systems/actions.ts'
import * as act from './certificate-actions.ts'

const { kit, owner } = await freshDatabase()
const house = await openHouse(kit)
const { lan, stranger, viewer } = house

const issue = (asked = lan, system = house.system.id) => kept(asked, (a) => act.issueCertificate(a, system))

describe('certificates for marks', () => {
  test('a filer of the provider is given one at once; it says organisation and AI-ID and that it is no public signature', async () => {
    const certificate = good(await issue())
    const leaf = new X509Certificate(certificate.der)
    assert.match(leaf.subject, new RegExp(`^C=VN\nO=${house.provider}\nOU=${house.system.aiId}\nCN=Technical mark`))
    assert.match(leaf.subject, /not a public digital signature/)
    assert.ok(leaf.verify(new X509Certificate(certificate.issuer).publicKey))
    const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / 86_400_000
    assert.ok(days > 89 && days < 91, `${days}`)
    const shown = good(await act.publicCertificate(kit, certificate.serial))
    assert.equal(shown.aiId, house.system.aiId)
    assert.equal(shown.nature, 'technical-mark')
    const { rows } = await owner.query('select verb, data from mark_certificate_event where certificate = $1', [
      certificate.id,
    ])
    assert.equal(rows.length, 1)
    assert.equal(rows[0].verb, 'issued')
  })

  test('its key lies sealed and no reader ever gets it', async () => {
    const { rows } = await owner.query('select sealed_key from mark_certificate')
    assert.ok(rows.length > 0)
    for (const { sealed_key } of rows) assert.doesNotMatch(sealed_key.toString('latin1'), /PRIVATE|BEGIN/)
    await assert.rejects(kit.reader.selectFrom('mark_certificate').selectAll().execute(), /permission denied/)
  })

  test('whoever does not file for the provider gets none; strangers do not learn of the system', async () => {
    assert.deepEqual(codes(await issue(viewer)), ['certificate.not-yours'])
    assert.deepEqual(codes(await issue(stranger)), ['certificate.unknown'])
  })

  test('a system that is out of use is given none (Law art. 11.2)', async () => {
    const system = await house.another()
    good(await kept(lan, (a) => actOnSystem(a, system.id, 'suspend', system.seq, 'Ô bị dột')))
    assert.deepEqual(codes(await issue(lan, system.id)), ['certificate.system-state'])
  })

  test('where no issuer was set up the portal says so', async () => {
    const { authority: _, ...without } = lan
    assert.deepEqual(codes(await issue(without)), ['certificate.no-issuer'])
  })

  test('a revoked one loses its key, stands in the list of revoked ones and never comes back', async () => {
    const system = await house.another()
    const certificate = good(await issue(lan, system.id))
    assert.deepEqual(codes(await kept(viewer, (a) => act.revokeCertificate(a, certificate.id, 'ended'))), [
      'certificate.not-yours',
    ])
    good(await kept(lan, (a) => act.revokeCertificate(a, certificate.id, 'key-compromise')))
    const shown = good(await act.publicCertificate(kit, certificate.serial))
    assert.deepEqual([shown.revokedAt, shown.revokedReason], [kit.now(), 'key-compromise'])
    const { rows } = await owner.query('select sealed_key from mark_certificate where id = $1', [certificate.id])
    assert.equal(rows[0].sealed_key, null)
    const list = AsnConvert.parse((await act.revocationList(kit)) ?? assert.fail(), CertificateList)
    const entries = (list.tbsCertList.revokedCertificates ?? []).map(({ userCertificate }) =>
      Buffer.from(userCertificate).toString('hex'),
    )
    assert.deepEqual(entries, [certificate.serial])
    assert.deepEqual(codes(await kept(lan, (a) => act.revokeCertificate(a, certificate.id, 'ended'))), [
      'certificate.ended',
    ])
  })

  test('a system taken out of use still has its certificates revoked', async () => {
    const system = await house.another()
    const certificate = good(await issue(lan, system.id))
    good(await kept(lan, (a) => actOnSystem(a, system.id, 'suspend', system.seq, 'Ô bị dột')))
    good(await kept(lan, (a) => act.revokeCertificate(a, certificate.id, 'ended')))
  })

  test('when its time is over its key is erased, and it signs no more', async () => {
    const system = await house.another()
    const certificate = good(await issue(lan, system.id))
    const held = async (): Promise<boolean> => {
      const { rows } = await owner.query('select sealed_key from mark_certificate where id = $1', [certificate.id])
      return rows[0].sealed_key !== null
    }
    await act.dropDeadKeys(kit.db, certificate.notBefore)
    assert.ok(await held())
    await act.dropDeadKeys(kit.db, new Date(Date.parse(certificate.notAfter) + 1).toISOString())
    assert.ok(!(await held()))
  })

  test('more than five at a time are refused', async () => {
    const system = await house.another()
    for (let n = 0; n < 5; n += 1) good(await issue(lan, system.id))
    assert.deepEqual(codes(await issue(lan, system.id)), ['certificate.too-many'])
  })
})

describe('the profile of a leaf', () => {
  const held = makeHeld('Saola', '2026-11-01T00:00:00.000Z')
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = { country: 'VN', organisation: 'Thư viện Ô', unit: 'VN-7K3M-9QDX-4R', common: 'x' }
  const season = { from: '2026-11-01T00:00:00.000Z', to: '2027-01-29T00:00:00.000Z' }
  const leaf = (more: Partial<typeof subject> = {}, period = season, key = publicKey) =>
    lintLeaf(
      makeLeaf(held.issuing, key, { ...subject, ...more }, period, 'https://o.example/x.crl'),
      held.issuing.certificate,
    )

  test('a leaf as we make it has no fault', () => assert.deepEqual(leaf(), []))
  test('one without its organisation would sign and be read as forged: found', () =>
    assert.deepEqual(leaf({ organisation: '' }), ['organisation']))
  test('one that lives longer than a season is found', () =>
    assert.deepEqual(leaf({}, { from: season.from, to: '2027-06-01T00:00:00.000Z' }), ['too-long']))
  test('another curve is found', () =>
    assert.deepEqual(leaf({}, season, generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey), ['algorithm']))
  test('an issuer, a root and a stranger’s certificate are no leaves', () => {
    assert.deepEqual(lintLeaf(held.issuing.certificate, held.root), ['not-an-end', 'usage', 'purpose', 'too-long'])
    const alone = makeRoot(privateKey, subject, season)
    const faults = lintLeaf(alone, held.issuing.certificate)
    for (const fault of ['not-an-end', 'purpose', 'authority-key', 'wrong-issuer', 'self-signed'] as const)
      assert.ok(faults.includes(fault), fault)
  })
})

describe('what anyone may read', () => {
  test('pages, files and API of certificates', async () => {
    const certificate = good(await issue(lan, (await house.another()).id))
    const app = house.app
    for (const lang of ['vi', 'en'])
      for (const path of ['', `/${certificate.serial}`, `?q=${certificate.aiId}`, '?q=khong-co']) {
        const answer = await app.request(`/${lang}/marks/certificates${path}`)
        const text = await answer.text()
        assert.equal(answer.status, 200, path)
        assert.deepEqual(await complaints(text), [], path)
        assert.match(text, lang === 'vi' ? /không phải chữ ký số công cộng/ : /not a public digital signature/i)
        if (path.startsWith('?q=VN')) assert.ok(text.includes(certificate.serial))
      }
    const json = await (await app.request(`/api/v1/marks/certificates/${certificate.serial}`)).json()
    assert.equal(json.fingerprint, certificate.fingerprint)
    const root = new X509Certificate(await (await app.request('/marks/root.pem')).text())
    const issuer = new X509Certificate(await (await app.request('/marks/issuer.pem')).text())
    assert.ok(issuer.verify(root.publicKey))
    const stamps = new X509Certificate(await (await app.request('/marks/stamps.pem')).text())
    assert.ok(stamps.verify(root.publicKey))
    const page = await (await app.request('/vi/marks/certificates')).text()
    assert.ok(page.includes(stamps.fingerprint256.replaceAll(':', '').toLowerCase().slice(0, 4)))
    assert.match(page, /không phải dịch vụ cấp dấu thời gian/)
    const list = await app.request('/marks/revoked.crl')
    assert.equal(list.headers.get('content-type'), 'application/pkix-crl')
    assert.ok(AsnConvert.parse(await list.arrayBuffer(), CertificateList).tbsCertList.nextUpdate)
    for (const path of ['/vi/marks/certificates/00ff00ff00ff', '/vi/marks/certificates/x'])
      assert.equal((await app.request(path)).status, 404)
  })

  test('a member issues and revokes on the pages of the system; viewers see no button; others find nothing', async () => {
    const system = await house.another()
    const at = `/vi/systems/${system.id}/marks`
    const app = house.app
    const [mine, theirs, none] = [asCookie(lan), asCookie(viewer), asCookie(stranger)]
    const post = (path: string, form: Record<string, string>) =>
      app.request(path, { method: 'POST', headers: mine, body: new URLSearchParams(form) })
    const empty = await (await app.request(at, { headers: mine })).text()
    assert.match(empty, /Cấp chứng thư đánh dấu/)
    assert.equal((await post(at, { once: 'a' })).status, 303)
    assert.equal((await post(at, { once: 'a' })).status, 303)
    const [certificate, more] = await act.certificatesOf(lan, system)
    assert.ok(certificate !== undefined && more === undefined, 'a form sent twice issues once')
    const revoke = `${at}/${certificate.id}/revoke`
    for (const path of [at, revoke]) {
      const answer = await app.request(path, { headers: mine })
      assert.equal(answer.status, 200)
      assert.deepEqual(await complaints(await answer.text()), [])
    }
    assert.equal((await post(revoke, {})).status, 422)
    assert.equal((await post(revoke, { reason: 'ended' })).status, 303)
    const seen = await (await app.request(at, { headers: theirs })).text()
    assert.match(seen, /Đã thu hồi/)
    assert.doesNotMatch(seen, /Thu hồi<span|Cấp chứng thư đánh dấu/)
    assert.equal((await app.request(at, { headers: none })).status, 404)
  })
})
