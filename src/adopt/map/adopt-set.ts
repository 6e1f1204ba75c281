import { withClassNames } from './class-names';
import { CorrectedTexts } from './corrected-texts';
import { MapContext } from './map-context';
import { withSettledComments } from './settled-comments';
import { SystemChart } from './system-chart';
import { systemsOf } from './systems';
import { writtenSecrets } from './written-secrets';
import { identityOf, ManifestObject } from '../../manifest';
import { Verification } from '../../verify';
import { AdoptedApp, AdoptOptions, Decision, Departure } from '../adopted-app';
import { changingFields, isForTool } from '../tool-objects';

/** Writes the app that renders the linted objects of a set: constructs of the library where they fit, and each other object as it is. */
export function adoptSet(verification: Verification, options: AdoptOptions = {}): AdoptedApp {
  const corrected = new CorrectedTexts(verification);
  const objects = withoutRepetitions(verification.facts.objects);
  const others = objects.filter(isForTool);
  const written = objects.filter(object => !isForTool(object));
  const systems = systemsOf(written).map(system => new MapContext(verification, corrected, system, options));
  const charts = withClassNames(withSettledComments(systems.map(context => new SystemChart(context).file()), written));
  return {
    charts,
    covered: systems.flatMap(({ covered }) => covered),
    kept: systems.flatMap(({ kept }) => kept),
    departures: [...systems.flatMap(({ departures }) => departures), ...others.map(leftOut)],
    added: systems.flatMap(({ added }) => added),
    decisions: [...systems.flatMap(({ decisions }) => decisions), ...writtenSecrets(objects, verification.facts.set), ...others.flatMap(decisionOf)],
  };
}

/** Of objects that are defined several times the last definition, which counts for the others. */
function withoutRepetitions(objects: readonly ManifestObject[]): ManifestObject[] {
  const last = new Map(objects.map(object => [identityOf(object), object]));
  return objects.filter(object => object.name === '' || last.get(identityOf(object)) === object);
}

/** What a tool changes is not in the files. */
function decisionOf(object: ManifestObject): Decision[] {
  const fields = changingFields(object);
  return fields.length > 0 ? [{ object, what: `what is applied is changed by ${fields.join(', ')}; render with kubectl kustomize and adopt the result` }] : [];
}

function leftOut(object: ManifestObject): Departure {
  return { object, path: '', why: `a ${object.kind} is for a tool, and no object of the cluster` };
}
