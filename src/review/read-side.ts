import { dirname, normalize } from 'path';
import { groupBy, identityOf, ManifestObject, ManifestSet, ManifestSetParts, ReadProblem, SourceDocument } from '../manifest';

/** What was read of a side of a comparison. */
export interface ReadSide {
  readonly set: ManifestSet;

  /** What the set is made of. */
  readonly parts: ManifestSetParts;

  /** What is wrong with the files. */
  readonly problems: readonly ReadProblem[];

  /** Those problems after which objects are missing. */
  readonly gaps: readonly ReadProblem[];
}

/**
 * A side as far as it can be compared: without the objects that the other side lacks and that may stand where it could not be read, and
 * without what is wrong with files that one of the sides could not read whole.
 * @param nameInOther  the name that a file of the side has in the other
 */
export function comparable<T extends ReadSide>(side: T, other: ReadSide, nameInOther: (file: string) => string): T {
  if (side.gaps.length + other.gaps.length === 0) return side;
  const [isGap, isGapOfOther] = [gapsIn(side), gapsIn(other)];
  const there = new Set(other.set.objects.map(identityOf));
  const own = groupBy<SourceDocument, ManifestObject>(side.set.objects, ({ document }) => document);
  const isUnknown = (document: SourceDocument): boolean =>
    isGapOfOther(nameInOther(document.file)) && !own.get(document)?.some(object => there.has(identityOf(object)));
  const parts = { ...side.parts, files: side.parts.files.filter(document => !isUnknown(document)) };
  const problems = side.problems.filter(({ position: { file } }) => !isGap(file) && !isGapOfOther(nameInOther(file)));
  return { ...side, parts, problems, set: new ManifestSet(parts) };
}

/** Whether a file could not be read whole, or a folder below or above it. */
function gapsIn({ gaps }: ReadSide): (file: string) => boolean {
  const unread = new Set(gaps.map(({ position }) => normalize(position.file)));
  const above = new Set([...unread].flatMap(foldersOf));
  return file => above.has(normalize(file)) || [normalize(file), ...foldersOf(file)].some(path => unread.has(path));
}

function foldersOf(file: string): string[] {
  const folder = dirname(normalize(file));
  return folder === normalize(file) ? [] : [folder, ...foldersOf(folder)];
}
