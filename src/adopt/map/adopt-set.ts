import { CorrectedTexts } from './corrected-texts';
import { MapContext } from './map-context';
import { SystemChart } from './system-chart';
import { systemsOf } from './systems';
import { writtenSecrets } from './written-secrets';
import { ManifestObject } from '../../manifest';
import { Verification } from '../../verify';
import { AdoptedApp, AdoptOptions, Departure } from '../adopted-app';
import { ChartFile } from '../code';

/** Writes the app that renders the linted objects of a set: constructs of the library where they fit, and each other object as it is. */
export function adoptSet(verification: Verification, options: AdoptOptions = {}): AdoptedApp {
  const corrected = new CorrectedTexts(verification);
  const { objects } = verification.facts;
  const others = objects.filter(object => !isForCluster(object));
  const systems = systemsOf(objects.filter(isForCluster)).map(system => new MapContext(verification, corrected, system, options));
  const charts: ChartFile[] = systems.map(context => new SystemChart(context).file());
  return {
    charts,
    kept: systems.flatMap(({ kept }) => kept),
    departures: [...systems.flatMap(({ departures }) => departures), ...others.map(leftOut)],
    added: systems.flatMap(({ added }) => added),
    decisions: [...systems.flatMap(({ decisions }) => decisions), ...writtenSecrets(objects)],
  };
}

/** Whether an object is for the cluster; that of a tool says how others are made. */
function isForCluster({ group }: ManifestObject): boolean {
  return group !== 'kustomize.config.k8s.io';
}

function leftOut(object: ManifestObject): Departure {
  return { object, path: '', why: `a ${object.kind} is for a tool, and no object of the cluster` };
}
