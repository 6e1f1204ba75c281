import { AdoptOptions } from '../adopted-app';
import { Difference } from './difference';
import { FieldChange } from '../../compare';
import { groupBy, ManifestObject } from '../../manifest';
import { Finding } from '../../verify';

/** More fields than these are no small correction of what a construct renders. */
const MOST_PATCHES = 8;

/** How many fields are named where an object is kept as it is. */
const NAMED_FIELDS = 3;

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

  /** These and one more object as it is. */
  withRaw(object: ManifestObject, why: string): AdoptOptions {
    return { patches: this.patches, raw: new Map([...this.raw, [object, why]]) };
  }

  private addObject(object: ManifestObject, differences: readonly Difference[]): boolean {
    const fields = differences.flatMap(({ field }) => field ?? []);
    const isWhole = fields.length < differences.length;
    if (!isWhole && fields.length <= MOST_PATCHES && !this.patches.has(object) && !this.raw.has(object)) {
      this.patches.set(object, fields);
      return true;
    }
    return this.addRaw([object], isWhole ? 'its construct does not render it' : `its construct renders another ${named(fields)}`);
  }
}

function named(fields: readonly { readonly path: string }[]): string {
  const more = fields.length - NAMED_FIELDS;
  return [...fields.slice(0, NAMED_FIELDS).map(({ path }) => path), ...more > 0 ? [`${more} more fields`] : []].join(', ');
}

/** Why an object is kept as it is that gets a finding which the input does not have. */
export function whyOf({ code, message }: Finding): string {
  return `its construct would bring ${code}: ${message}`;
}
