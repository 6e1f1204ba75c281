import { Correction } from './correction';
import { Severity } from './severity';
import { Place, Position } from '../manifest';

/** What a rule says of a field. */
export interface Observation {
  /** The field that is to be changed, or the part of a file that is no object. */
  readonly at: Place | Position;

  /** What is wrong: a sentence without a full stop, with the names and values seen. Holds no credential. */
  readonly message: string;

  /** What to write instead: a sentence in the imperative, without a full stop. */
  readonly fix: string;

  /**
   * Where this finding is less bad than the rule.
   * @default - the rule's
   */
  readonly severity?: Severity;

  /**
   * The servers whose traffic it is about: `NATS`, `MySQL`.
   * @default - any
   */
  readonly concerns?: readonly string[];

  /**
   * Other fields that the message speaks of.
   * @default - none
   */
  readonly related?: readonly { readonly at: Place; readonly message: string }[];

  /**
   * Whether the line of the source holds a credential, so that no report quotes it.
   * @default - where the place is a variable or key whose name is a credential's
   */
  readonly hidesSource?: true;

  /**
   * What repairs it in the files; computed for `migrate` alone.
   * @default - nothing that is certain
   */
  readonly correct?: () => Correction;
}

/** The object that a finding is about. */
export interface FindingObject {
  readonly kind: string;
  readonly name: string;

  /** Empty for none. */
  readonly namespace: string;
}

/** What the verifier found at a place. Plain data. */
export interface Finding {
  /** Code of the rule. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly position: Position;

  /** Undefined for what is wrong with a file. */
  readonly object?: FindingObject;

  /** The field, as `spec.containers[0].env[3].value`; empty for the object as a whole. */
  readonly path: string;

  /** Stays the same when the object moves in its file or to another one. */
  readonly fingerprint: string;

  /** The servers whose traffic it is about; undefined for any. */
  readonly concerns?: readonly string[];
  readonly related: readonly { readonly position: Position; readonly message: string }[];

  /** Whether the line of the source may hold a credential: a report does not quote it. */
  readonly hidesSource?: true;
}
