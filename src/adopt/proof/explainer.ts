import { AddedObject, AdoptedApp, Departure } from '../adopted-app';
import { CorrectedForms } from './corrected-forms';
import { whyDerived } from './derived-objects';
import { Difference, Explanation } from './difference';
import { areRelated, partsOfPath } from '../field-pattern';
import { findIn } from './find-in';
import { isMeaningKept } from './kept-meaning';
import { defaultOf, TAKEN_ANYWAY } from './library-defaults';
import { namedPath } from '../named-path';
import { closesWaysTo, workloadsSelectedBy } from './selected-workloads';
import { fieldChanges } from '../../compare';
import { withoutDefaults } from '../../compare/private/without-defaults';
import { groupBy, ManifestObject } from '../../manifest';
import { fieldOf, Finding, Verification } from '../../verify';

/** A finding of the input that the output does not have. */
interface GoneFinding {
  readonly finding: Finding;
  readonly object: ManifestObject;

  /** The field, as differences name it. */
  readonly path: string;
}

/** Says of differences between the input and what the generated app renders why they are there. */
export class Explainer {
  private readonly gone: ReadonlyMap<ManifestObject, readonly GoneFinding[]>;
  private readonly added: readonly AddedObject[];
  private readonly corrected: CorrectedForms;
  private readonly departures: ReadonlyMap<ManifestObject, readonly Departure[]>;

  private readonly meantChanges = new Map<ManifestObject, readonly string[]>();

  constructor(
    private readonly input: Verification,
    private readonly output: Verification,
    { departures, added }: Pick<AdoptedApp, 'departures' | 'added'>,
  ) {
    this.added = added;
    this.corrected = new CorrectedForms(input);
    this.gone = groupBy(goneFindings(input, output), ({ object }) => object);
    this.departures = groupBy(departures, ({ object }) => object);
  }

  /** Why there is a difference; undefined where nothing says so. */
  explain(difference: Difference): Explanation | undefined {
    return this.default(difference) ?? this.departure(difference) ?? this.addition(difference) ?? this.fix(difference) ?? this.derived(difference);
  }

  private default(difference: Difference): Explanation | undefined {
    const reason = this.isTakenAnyway(difference) ? TAKEN_ANYWAY : defaultOf(difference)?.reason;
    return reason === undefined ? undefined : { kind: 'default', reason };
  }

  private isTakenAnyway({ before, after, field }: Difference): boolean {
    if (!before || !after || !field) return false;
    return !this.meant(before, after).some(path => areRelated(path, field.path));
  }

  /** Where two forms of an object differ when the defaults of Kubernetes are left out. */
  private meant(before: ManifestObject, after: ManifestObject): readonly string[] {
    const known = this.meantChanges.get(before);
    if (known) return known;
    const paths = fieldChanges(withoutDefaults(before.value), withoutDefaults(after.value)).map(({ path }) => path);
    this.meantChanges.set(before, paths);
    return paths;
  }

  private derived(difference: Difference): Explanation | undefined {
    const reason = whyDerived(difference, this.input.facts, this.output.facts);
    return reason === undefined ? undefined : { kind: 'default', reason };
  }

  /** What the writer of the code did on purpose. */
  private departure(difference: Difference): Explanation | undefined {
    const { before, field } = difference;
    const departures = (before && this.departures.get(before)) ?? [];
    const meant = departures.filter(({ path }) => field ? areRelated(path, field.path) : path === '');
    const reason = meant.flatMap(departure => this.reasonOf(departure) ?? [])[0];
    return reason && this.isKept(difference) ? reason : undefined;
  }

  /** A departure that names a rule counts where the rule says nothing of its field any more. */
  private reasonOf({ object, path, code, why }: Departure): Explanation | undefined {
    if (code === undefined) return { kind: 'deliberate', reason: why! };
    const gone = this.gone.get(object)?.find(({ finding, path: own }) => finding.code === code && areRelated(own, path));
    return gone && { kind: 'fix', code, reason: why ?? gone.finding.message };
  }

  private addition({ before, after }: Difference): Explanation | undefined {
    const found = before ? undefined : this.added.find(({ id }) => id === after?.id);
    return found && { kind: 'deliberate', reason: found.why };
  }

  /** Whether a field that differs still means the same; an object that is left out has none. */
  private isKept({ before, after, field }: Difference): boolean {
    if (!before || !after || !field) return true;
    const gone = (this.gone.get(before) ?? []).map(({ path }) => path);
    return isMeaningKept({ before, after, field, input: this.input.facts, output: this.output.facts, corrected: this.corrected, gone });
  }

  private fix(difference: Difference): Explanation | undefined {
    const found = this.ofField(difference) ?? this.ofSelectedWorkloads(difference)[0];
    return found && { kind: 'fix', code: found.finding.code, reason: found.finding.message };
  }

  /** A finding about the field itself, which is as its rule wants it. */
  private ofField(difference: Difference): GoneFinding | undefined {
    const { before, field } = difference;
    const found = before && field ? this.gone.get(before) ?? [] : [];
    if (found.length === 0 || !this.isKept(difference)) return undefined;
    // The rules of policies are compared as lines, which have no index.
    if (before?.kind === 'NetworkPolicy') return found.find(({ path }) => areRelated(ruleList(path), field?.path ?? ''));
    const own = variableOf(field?.path ?? '') ?? field?.path;
    return found.find(({ path }) => (variableOf(path) ?? path) === own);
  }

  /** A policy may open something for the sake of a workload that it selects. */
  private ofSelectedWorkloads({ after, field }: Difference): GoneFinding[] {
    if (!after || (field && (field.after === undefined || !/^spec\.(?:e|in)gress\b/.test(field.path)))) return [];
    const { network, set } = this.output.facts;
    const selected = workloadsSelectedBy(after, network, set).flatMap(({ object }) => findIn(this.input.facts.set, object) ?? []);
    return !field && closesWaysTo(after, this.input.facts, this.output.facts) ? [] : selected
      .flatMap(object => this.gone.get(object) ?? [])
      .filter(({ finding }) => finding.code.startsWith('NET'));
  }
}

/** Findings of fields of which their rule says nothing any more, not in other words nor of another severity. */
function goneFindings(input: Verification, output: Verification): GoneFinding[] {
  const left = new Set(output.findings.map(fieldOf));
  const { set } = input.facts;
  return input.findings.filter(finding => finding.object && !left.has(fieldOf(finding))).flatMap((finding) => {
    const { kind, namespace, name } = finding.object!;
    const object = set.definitions(kind, namespace, name).at(-1);
    return object ? [{ finding, object, path: namedPath(object, finding.path) }] : [];
  });
}

/** The entry of a variable in which a field lies: it is one whatever its value comes from. */
function variableOf(path: string): string | undefined {
  return /^.*\.env\[[^\]]*\]/s.exec(path)?.[0];
}

function ruleList(path: string): string {
  const [spec, direction] = partsOfPath(path);
  return direction === undefined ? path : `${spec}.${direction}`;
}
