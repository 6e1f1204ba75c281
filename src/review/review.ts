import { objectChanges } from '../compare';
import { Verification } from '../verify';
import { addedObjects, NewObject } from './added-objects';
import { ChangedObject, changedObjects } from './changed-objects';
import { FindingChange, findingChanges } from './finding-changes';
import { NeedChange, needChanges } from './need-changes';
import { PodChange, podChanges } from './pod-changes';
import { PolicyChange, policyChanges } from './policy-changes';
import { Refusal, refusals } from './refusals';
import { RemovedObject, removedObjects } from './removed-objects';
import { UnreadFile } from './unread-file';
import { ValueChange, valueChanges } from './value-changes';

/** What a change of manifests means for people. Plain data, without the value of any Secret. */
export interface Review {
  /** Files that could not be read whole; of the objects that stand there, nothing is said. */
  readonly unread: readonly UnreadFile[];

  /** Connections that programs ask for, and that come about or no longer do. */
  readonly needs: readonly NeedChange[];

  /** What policies let through between workloads that both sides have. */
  readonly policies: readonly PolicyChange[];

  /** Values of variables and of keys, with those who read them. */
  readonly values: readonly ValueChange[];

  /** What happens to pods. */
  readonly pods: readonly PodChange[];

  /** Fields that cannot be changed, so that apply fails. */
  readonly refusals: readonly Refusal[];

  /** Objects that only the base has. */
  readonly removed: readonly RemovedObject[];

  /** Objects that only the head has. */
  readonly added: readonly NewObject[];

  /** Other fields of objects that both sides have. */
  readonly changed: readonly ChangedObject[];

  /** What the verifier finds in one side only. */
  readonly findings: readonly FindingChange[];
}

/** What is known of two sides beside what was found in them. */
export interface ReviewOptions {
  /** @default - none */
  readonly unread?: readonly UnreadFile[];

  /**
   * The name that a file of the base has in the head.
   * @default - the same
   */
  readonly nameInHead?: (file: string) => string;
}

/** Compares two sets of manifests, each with what was found in it. */
export function review(before: Verification, after: Verification, { unread = [], nameInHead = file => file }: ReviewOptions = {}): Review {
  const [old, current] = [before.facts, after.facts];
  const objects = objectChanges(old.set, current.set);
  return {
    unread,
    needs: needChanges(old, current),
    policies: policyChanges(old, current),
    values: valueChanges(old, current),
    pods: podChanges(old.set, current.set),
    refusals: refusals(objects),
    removed: removedObjects(objects, old, current),
    added: addedObjects(objects, current.set),
    changed: changedObjects(objects),
    findings: findingChanges(before, after, objects, nameInHead),
  };
}

/** Whether two sets of manifests mean the same. */
export function isUnchanged(found: Review): boolean {
  return Object.values(found).every((section: readonly unknown[]) => section.length === 0);
}
