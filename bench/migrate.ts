import { seconds } from './seconds';
import { ManifestSet, readText, SourceDocument } from '../src/manifest';
import { migrate } from '../src/migrate';
import { verify } from '../src/verify';

const SMALL = 100;
const LARGE = 1000;
const SERVER = { server: { name: 'nats', namespace: 'nats' } };

/** ConfigMaps with an address that is corrected, as `kubectl get -o yaml` prints them: one document. */
function manifests(size: number): string {
  const items = Array.from({ length: size }, (_, i) => `
  - apiVersion: v1
    kind: ConfigMap
    metadata: {name: app-${i}, namespace: team}
    data:
      NATS_URL: nats://10.0.0.5:4222
      LOG_LEVEL: info`);
  return `apiVersion: v1\nkind: List\nitems:${items.join('')}\n`;
}

function correct(files: readonly SourceDocument[], size: number): void {
  const { corrected } = migrate({ files, options: SERVER });
  if (corrected.length !== size) throw new Error(`only ${corrected.length} of ${size} are corrected`);
}

const times = [SMALL, LARGE].map((size) => {
  const files = readText('list.yaml', manifests(size)).documents;
  const lint = seconds(() => { verify(new ManifestSet({ files }), [], SERVER); });
  const migration = seconds(() => correct(files, size));
  console.log(`${size} corrections in one document: migrate ${migration.toFixed(2)} s of CPU, lint ${lint.toFixed(2)} s, ratio ${(migration / lint).toFixed(1)}`);
  return migration;
});
console.log(`${LARGE / SMALL} times the corrections take ${(times[1] / times[0]).toFixed(1)} times the time`);
