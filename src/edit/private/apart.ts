import { append } from '../../manifest';
import { Splice, spliceIdentity } from '../splice';

/** The changes whose splices leave each other room, in their order: each splice of one is apart from, or equal to, those of the ones before it. */
export function apart<Change extends { readonly splices: readonly Splice[] }>(changes: readonly Change[]): Change[] {
  const taken = new Taken();
  return changes.filter(({ splices }) => {
    if (!splices.every(splice => taken.has(splice) || taken.leavesRoomFor(splice))) return false;
    splices.forEach(splice => taken.add(splice));
    return true;
  });
}

/** The splices that are made already, by file and in the order of their places. */
class Taken {
  private readonly identities = new Set<string>();
  private readonly byFile = new Map<string, Splice[]>();

  has(splice: Splice): boolean {
    return this.identities.has(spliceIdentity(splice));
  }

  /** Two that only touch would make one place of two, so they are not apart. */
  leavesRoomFor(splice: Splice): boolean {
    const own = this.byFile.get(splice.file) ?? [];
    const at = firstBehind(own, splice.start);
    return [own[at - 1], own[at]].every(other => !other || other.end < splice.start || splice.end < other.start);
  }

  add(splice: Splice): void {
    if (this.has(splice)) return;
    this.identities.add(spliceIdentity(splice));
    const own = this.byFile.get(splice.file);
    if (own) own.splice(firstBehind(own, splice.start), 0, splice);
    else append(this.byFile, splice.file, splice);
  }
}

/** The index of the first splice that starts behind an offset. */
function firstBehind(splices: readonly Splice[], offset: number): number {
  let low = 0;
  let high = splices.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (splices[middle].start > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
