import { AdoptedApp, AdoptOptions } from '../adopted-app';
import { Toolchain } from './toolchain';
import { ManifestSet } from '../../manifest';
import { Verification } from '../../verify';

/** What a proof is about, and what it needs. */
export interface ProofParts {
  /** What the verifier says of the input. */
  readonly input: Verification;

  /** Writes the app for the input, each of whose values has its type. */
  readonly write: (input: Verification, options: AdoptOptions) => AdoptedApp;

  /** The set that rendered manifests make beside the same state. */
  readonly setOf: (yaml: string) => ManifestSet;
  readonly toolchain: Toolchain;
}
