import { appliedState } from './applied-state';
import { applySplices, distinct, PlannedEdits } from '../../edit';
import { groupBy, ManifestSet, ManifestSetParts, ReadProblem, readText, SourceDocument } from '../../manifest';
import { Rule, Verification, verify, VerifyOptions } from '../../verify';

/** What a migration starts from. */
export interface Manifests extends ManifestSetParts {
  /** What is wrong with the files. */
  readonly problems: readonly ReadProblem[];
  readonly options: Partial<VerifyOptions>;
  readonly rules: readonly Rule[];
}

/** The files at one point of a migration, and what the verifier says of them. */
export class Snapshot {
  readonly set: ManifestSet;
  readonly verification: Verification;

  constructor(private readonly manifests: Manifests) {
    this.set = new ManifestSet(manifests);
    this.verification = verify(this.set, manifests.problems, manifests.options, manifests.rules);
  }

  /** The texts of the files that hold documents. */
  texts(): ReadonlyMap<string, string> {
    return new Map(this.manifests.files.map(({ file, text }) => [file, text]));
  }

  /** The same files beside the state as it is once they are applied, where they began as another snapshot. */
  applied(start: Snapshot): Snapshot {
    const { state } = this.manifests;
    return state ? new Snapshot({ ...this.manifests, state: appliedState(start.set, this.set, state) }) : this;
  }

  /** The files after edits that can be made at once, read anew. */
  edited(plans: readonly PlannedEdits[]): Snapshot {
    const texts = this.texts();
    const byFile = groupBy(distinct(plans), ({ file }) => file);
    const read = new Map([...byFile].map(([file, own]) => [file, readText(file, applySplices(texts.get(file)!, own))]));
    const documents = groupBy<string, SourceDocument>(this.manifests.files, ({ file }) => file);
    return new Snapshot({
      ...this.manifests,
      files: [...documents].flatMap(([file, own]) => read.get(file)?.documents ?? own),
      problems: [
        ...this.manifests.problems.filter(({ position }) => !read.has(position.file)),
        ...[...read.values()].flatMap(({ problems }) => problems),
      ],
    });
  }
}
