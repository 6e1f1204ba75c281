import { AdoptOptions } from '../adopted-app';
import { Difference } from './difference';
import { FieldChange } from '../../compare';
import { groupBy, ManifestObject } from '../../manifest';
import { whyOther } from '../why-kept';

/** More fields than these are no small correction of what a construct renders. */
const MOST_PATCHES = 8;

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
    return this.addRaw([object], isWhole ? 'its construct would not render it' : whyOther(fields));
  }
}
