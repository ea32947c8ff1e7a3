import type { Registration } from './own.ts'
import type { Hashes } from './phash.ts'

/** Who looked, in which version: verdicts of engines change from one version to the next. */
export interface Engine {
  readonly name: string
  readonly version: string
}

/**
 * What an engine for C2PA makes of a file, in our words. The engine itself is not part of this floor; whoever calls it
 * (a worker in the browser, a worker on the server) fills in this shape and hands it to `judge`.
 */
export interface SignedReading {
  readonly engine: Engine
  /** `absent`: no manifest. `broken`: there is one and it cannot be read. */
  readonly manifest: 'absent' | 'read' | 'broken'
  /** Where the file says that its manifest is kept. Nobody has looked there. */
  readonly elsewhere?: string
  /** The manifest lay in a file of its own beside the content. */
  readonly beside?: boolean
  /** Do the content and the assertions still fit what was signed? Nothing: nobody could hold the content against it. */
  readonly intact?: 'yes' | 'changed'
  /** `invalid`: the signature itself does not hold, so nobody signed this. */
  readonly signature?: 'good' | 'invalid'
  readonly signer?: Signer
  /** A trusted time stamp, as a moment in UTC, and who gave it. */
  readonly stampedAt?: string
  readonly stampedBy?: string
  /** Source types of the actions of the active manifest, as written. */
  readonly sourceTypes?: readonly string[]
  /** Our assertion, when the manifest has it. */
  readonly registration?: Registration
  /** A part that went into this content has a broken manifest of its own. */
  readonly brokenIngredient?: boolean
  /** Every manifest of the file, the one that speaks for it first: evidence. */
  readonly manifests?: readonly ManifestFacts[]
  /** Words of the engine, such as `assertion.dataHash.mismatch`, and our own (`saola.…`): evidence, never judged by. */
  readonly codes: readonly string[]
}

export interface Signer {
  /** Which list of roots the certificate leads to. */
  readonly trust: 'national' | 'c2pa' | 'other' | 'untrusted'
  /** The certificate has ended, and no time stamp shows that it had not when it signed: nobody can trace it any more. */
  readonly expired?: boolean
  readonly name?: string
  readonly organisation?: string
  /** The AI-ID in the subject of a certificate that the portal issued. */
  readonly aiId?: string
  /** SHA-256 of the leaf, in hexadecimal. */
  readonly fingerprint?: string
  /** Number of the leaf among those of its issuer, in hexadecimal. */
  readonly serial?: string
}

/** What one manifest says of itself. Whether that holds is said of the file as a whole. */
export interface ManifestFacts {
  readonly label: string
  readonly title?: string
  readonly format?: string
  /** The program that wrote it. */
  readonly generator?: string
  readonly signedBy?: string
  readonly organisation?: string
  readonly signedAt?: string
  readonly actions: readonly { readonly action: string; readonly sourceType?: string }[]
  readonly assertions: readonly string[]
  readonly ingredients: readonly {
    readonly relationship: string
    readonly title?: string
    /** The label of its own manifest. */
    readonly manifest?: string
    /** What was wrong with it, in the engine's words. */
    readonly problems: readonly string[]
  }[]
}

/** What the register answered, at a moment. */
export interface RegisterState {
  readonly asOf: string
  /** Does the database know this AI-ID or this content id? */
  readonly id: 'known' | 'unknown'
  readonly aiId?: string
  readonly system?: 'declared' | 'in-use' | 'suspended' | 'recalled' | 'retired' | 'withdrawn'
  /**
   * The registered item of this content id, by its hashes; `none`: only the system is registered; `uncompared`: there is
   * one, and nothing to compare it by.
   */
  readonly item?: 'same' | 'differs' | 'none' | 'uncompared'
  /** Of the signing certificate, at the moment of signing. */
  readonly certificate?: 'good' | 'revoked'
  /** What is registered under the content id, to be compared where the content is. */
  readonly registered?: { readonly sha256: string; readonly hashes: Hashes | null }
}

/** What the detector found in the points of a picture or the samples of a sound. */
export interface WatermarkReading {
  readonly engine: Engine
  readonly contentId: string
  /** How far above chance, in standard deviations. */
  readonly z: number
}
