import { AdoptOptions } from '../adopted-app';
import { Difference } from './difference';
import { FieldChange } from '../../compare';
import { groupBy, ManifestObject } from '../../manifest';
import { Finding } from '../../verify';

/** More fields than these are no small correction of what a construct renders. */
const MOST_PATCHES = 8;

/** How many fields are named where an object is kept as it is. */
const NAMED_FIELDS = 3;

/** How much of a message stands where an object is kept as it is: it may list any number of keys. */
const LONGEST_MESSAGE = 140;

/** What is asked of the writer of an app, since what it wrote before renders something else than the input. */
export class Requests implements AdoptOptions {
  readonly patches = new Map<ManifestObject, readonly FieldChange[]>();
  readonly raw = new Map<ManifestObject, string>();

  /** Asks for what would leave a difference out: patches first, then the object as it is. Returns whether that was anything new. */
  addDifferences(differences: readonly Difference[]): boolean {
    const byObject = groupBy(differences.filter(({ before }) => before), ({ before }) => before!);
    return [...byObject].map(([object, ofObject]) => this.addObject(object, ofObject)).includes(true);
  }

  /** Asks for objects as they are. Returns whether that was anything new. */
  addRaw(objects: readonly ManifestObject[], why: string): boolean {
    const others = objects.filter(object => !this.raw.has(object));
    for (const object of others) this.raw.set(object, why);
    return others.length > 0;
  }

  /** These and more objects as they are. */
  withRaw(objects: readonly ManifestObject[], why: string): Requests {
    const others = new Requests();
    for (const [object, fields] of this.patches) others.patches.set(object, fields);
    for (const [object, reason] of this.raw) others.raw.set(object, reason);
    others.addRaw(objects, why);
    return others;
  }

  private addObject(object: ManifestObject, differences: readonly Difference[]): boolean {
    const fields = differences.flatMap(({ field }) => field ?? []);
    const isWhole = fields.length < differences.length;
    if (!isWhole && fields.length <= MOST_PATCHES && !this.patches.has(object) && !this.raw.has(object)) {
      this.patches.set(object, fields);
      return true;
    }
    return this.addRaw([object], isWhole ? 'its construct does not render it' : whyOther(fields));
  }
}

/** Why an object is kept as it is whose construct brings a finding that the input does not have; to itself, where no other object is named. */
export function whyOf({ code, message }: Finding, to = ''): string {
  return `its construct would bring ${code}${to}: ${shortened(message)}`;
}

/** Why an object is kept as it is that its construct refuses. */
export function whyRefused(message: string): string {
  return `its construct refuses it: ${shortened(message)}`;
}

/** Why an object is kept as it is of which its construct renders other fields. */
export function whyOther(fields: readonly { readonly path: string }[]): string {
  const more = fields.length - NAMED_FIELDS;
  return `its construct renders another ${[...fields.slice(0, NAMED_FIELDS).map(({ path }) => path), ...more > 0 ? [`${more} more fields`] : []].join(', ')}`;
}

function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE).replace(/\W+\w*$/, '')} …` : message;
}
