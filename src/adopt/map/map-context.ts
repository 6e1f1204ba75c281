import { AddedObject, AdoptOptions, Decision, Departure, KeptObject } from '../adopted-app';
import { CorrectedText, CorrectedTexts } from './corrected-texts';
import { EndpointContext, EndpointDraft, reachOfHost, reachOfUrl } from './endpoint-draft';
import { System } from './systems';
import { untypedTexts } from './untyped-texts';
import { carries } from './workload-class';
import { FieldPath, formatPath, groupBy, ManifestObject, ManifestSet, Workload } from '../../manifest';
import { Facts, Finding, Need, Verification } from '../../verify';
import { readAddress } from '../../verify/facts/private/read-address';
import { whyOther } from '../why-kept';

/** What the code of one chart is written from, and what is said about it. */
export class MapContext {
  readonly departures: Departure[] = [];
  readonly added: AddedObject[] = [];
  readonly covered: ManifestObject[] = [];
  readonly kept: KeptObject[] = [];
  readonly decisions: Decision[] = [];

  constructor(
    private readonly verification: Verification,
    readonly corrected: CorrectedTexts,
    readonly system: System,
    readonly options: AdoptOptions,
  ) {}

  get facts(): Facts {
    return this.verification.facts;
  }

  get set(): ManifestSet {
    return this.facts.set;
  }

  /** A namespace where code has to name it: the chart gives its own by itself. */
  namedNamespace(namespace: string | undefined): string | undefined {
    return namespace === this.system.namespace ? undefined : namespace;
  }

  /** Where the names of addresses are looked up that pods of a namespace use. */
  endpointsIn(namespace: string): EndpointContext {
    return { set: this.set, zone: this.facts.options.zone, namespace };
  }

  /** Whether an object is to be written as it is. */
  isRaw(object: ManifestObject): boolean {
    return this.whyRaw(object) !== undefined;
  }

  /** Why an object is to be written as it is: that is asked for, or a field of it is and its construct takes no patch. */
  whyRaw(object: ManifestObject): string | undefined {
    const workload = this.set.workload(object);
    const fields = workload ? undefined : this.options.patches?.get(object);
    const [untyped] = [['metadata'], ...workload ? [[...workload.templatePath, 'metadata']] : []].flatMap(path => untypedTexts(object, path));
    return this.options.raw?.get(object) ?? (fields && whyOther(fields)) ?? (untyped && `${formatPath(untyped)} holds what is no text`);
  }

  /** Whether the system has one object of a kind. */
  isOnlyOfKind({ kind }: ManifestObject): boolean {
    return this.system.objects.filter(object => object.kind === kind).length === 1;
  }

  /** What a workload needs to reach. */
  needsOf(workload: Workload): readonly Need[] {
    return needsByWorkload(this.facts).get(workload) ?? [];
  }

  /** The endpoint of what a workload needs; undefined where the manifests do not tell its address, or the library cannot say it. */
  reachOf({ workload, url, host, port }: Need): EndpointDraft | undefined {
    const context = this.endpointsIn(workload.namespace);
    if (!url) return undefined;
    const corrected = this.corrected.partAt(url.place);
    // What is no URL, or one of a scheme that the library does not know, has a host and a port all the same.
    const server = corrected === undefined ? { host, port } : readAddress(corrected, url.name)[0];
    return reachOfUrl(corrected ?? url.text, context)
      ?? (server?.host === undefined ? undefined : reachOfHost(server.host, server.port ?? port, context));
  }

  /** What pods with some labels need that no endpoint can be written for. */
  unknownNeeds(namespace: string, identity: Readonly<Record<string, string>>): Need[] {
    return this.podsWith(namespace, identity).flatMap(workload => this.needsOf(workload)).filter(need => !this.reachOf(need));
  }

  /** Whether a first policy for pods with some labels would close a way that one of them needs and that cannot be declared. */
  mustStayOpen(namespace: string, identity: Readonly<Record<string, string>>): boolean {
    return this.podsWith(namespace, identity).some(workload => !this.facts.network.isIsolated(workload, 'egress'))
      && this.unknownNeeds(namespace, identity).length > 0;
  }

  private podsWith(namespace: string, identity: Readonly<Record<string, string>>): Workload[] {
    return this.set.workloads.filter(workload => workload.namespace === namespace && carries(workload.podLabels, identity));
  }

  /** Code of the first finding at a field or below it. */
  findingAt(object: ManifestObject, path: FieldPath): string | undefined {
    const prefix = formatPath(path);
    const isBelow = (at: string) => at === prefix || at.startsWith(`${prefix}.`) || at.startsWith(`${prefix}[`);
    return findingsByObject(this.verification).get(object.id)?.find(finding => isBelow(finding.path) && isInside(object, finding))?.code;
  }

  /** Says that a field is written in another way than the input has it: as a rule corrects it, or as endpoints spell their URL. */
  depart(object: ManifestObject, path: string, correction?: CorrectedText): void {
    this.because(object, path, correction ? { code: correction.code } : { why: 'the URL of an endpoint has the full name and the port' });
  }

  /** Says why a field is written in another way than the input has it. */
  because(object: ManifestObject, path: string, reason: Pick<Departure, 'code' | 'why'>): void {
    this.departures.push({ object, path, ...reason });
  }
}

const NEEDS = new WeakMap<Facts, ReadonlyMap<Workload, readonly Need[]>>();

function needsByWorkload(facts: Facts): ReadonlyMap<Workload, readonly Need[]> {
  const known = NEEDS.get(facts);
  if (known) return known;
  const needs = groupBy(facts.needs, ({ workload }) => workload);
  NEEDS.set(facts, needs);
  return needs;
}

const FINDINGS = new WeakMap<Verification, ReadonlyMap<string, readonly Finding[]>>();

function findingsByObject(verification: Verification): ReadonlyMap<string, readonly Finding[]> {
  const known = FINDINGS.get(verification);
  if (known) return known;
  const findings = groupBy(verification.findings, ({ object }) => `${object?.namespace}/${object?.kind}/${object?.name}`);
  FINDINGS.set(verification, findings);
  return findings;
}

/** Two definitions of an object have the same id. */
function isInside(object: ManifestObject, { position }: Finding): boolean {
  const { line, endLine } = object.position();
  return position.file === object.document.file && line <= position.line && position.line <= endLine;
}
