import { ChartFile } from './code';
import { FieldChange } from '../compare';
import { ManifestObject } from '../manifest';

/** An object of the input that no construct of ours or of cdk8s-plus covers. */
export interface KeptObject {
  readonly object: ManifestObject;

  /** Why it is an `ApiObject`, as half a sentence behind `since`: `the library has no construct for v1 Pod`. */
  readonly why: string;
}

/** A field that is written in another way than the input has it, on purpose. */
export interface Departure {
  readonly object: ManifestObject;

  /** The field as a `FieldChange` names it; all below it is meant as well. Empty for an object that is left out. */
  readonly path: string;

  /** Code of the rule whose correction it is. */
  readonly code?: string;

  /** Why, as half a sentence, where no rule says so: `the URL of an endpoint has the full name and the port`. */
  readonly why?: string;
}

/** An object that the input does not have, on purpose. */
export interface AddedObject {
  /** `namespace/Kind/name`, as of a `ManifestObject`. */
  readonly id: string;

  /** Why, as half a sentence. */
  readonly why: string;
}

/** What the manifests do not tell, so that people have to. */
export interface Decision {
  readonly object: ManifestObject;

  /** What is not known and what to write, as half a sentence. */
  readonly what: string;
}

/** The app that renders manifests, as code. */
export interface AdoptedApp {
  readonly charts: readonly ChartFile[];

  /** The objects that constructs render. */
  readonly covered: readonly ManifestObject[];
  readonly kept: readonly KeptObject[];

  /** What differs from the input on purpose. */
  readonly departures: readonly Departure[];

  /** What it renders beside the input on purpose. */
  readonly added: readonly AddedObject[];
  readonly decisions: readonly Decision[];
}

/** What the proof asks for when a first form of the app does not render what the input says. */
export interface AdoptOptions {
  /** Fields to set by a patch on the construct of an object: those of the input that the construct does not render by itself. */
  readonly patches?: ReadonlyMap<ManifestObject, readonly FieldChange[]>;

  /** Objects to keep as `ApiObject`, because their constructs render something else; the text says what. */
  readonly raw?: ReadonlyMap<ManifestObject, string>;
}
