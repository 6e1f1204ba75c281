import { Chart } from 'cdk8s';

interface Attempt {
  /** Folder of the incident under ../shared/incidents. */
  readonly incident: string;

  /** What was wrong in the manifests, in a few words. */
  readonly what: string;

  /** The construct or prop that takes the fault out of reach. */
  readonly by: string;

  /** Why it cannot be written: one sentence, which is also the title of the test. */
  readonly because: string;

  /** What a user would write to get the faulty manifest. */
  readonly attempt: (chart: Chart) => void;
}

/** The attempt is refused, by the construct or by the synth. */
export interface Throws extends Attempt {
  readonly how: 'throws';

  /** Part of the message. */
  readonly shows: string;
}

/** The attempt is taken, and a warning names the fault. */
export interface Warns extends Attempt {
  readonly how: 'warns';

  /** Part of the warning. */
  readonly shows: string;
}

/** There is no way to write the fault: the attempt renders the right thing. */
export interface Derived extends Attempt {
  readonly how: 'derived';

  /** Reads the place of the fault in the rendered objects. */
  readonly reads: (objects: any[]) => unknown;

  /** What stands there. */
  readonly shows: unknown;
}

/** A fault that cannot be written with the library, and how that shows. An incident with several faults has several. */
export type Impossible = Throws | Warns | Derived;

/** A fault that can still be written: the whole of an incident, or by a way around what makes it impossible. */
export interface Possible {
  /** Folders of the incidents under ../shared/incidents. */
  readonly incidents: readonly string[];

  /** What is wrong in the manifests, in a few words. */
  readonly what: string;

  /** Why the library does not help. */
  readonly because: string;

  /** What a user would write; it renders without error or warning. */
  readonly attempt: (chart: Chart) => void;
}
