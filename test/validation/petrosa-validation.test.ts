import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { FindingSeverity, PetrosaApp, PetrosaValidation, PetrosaValidationOptions, Warnings } from '../../src';

let folder: string;
let stderr: jest.SpyInstance;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'validation-'));
  stderr = jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => rmSync(folder, { recursive: true }));

const WILDCARD = { NATS_PUBLISHER_TOPIC: 'orders.*' };
const QUOTED = { GREETING: '"hello"' };

/** An app with a Deployment that reads all of a ConfigMap. */
function appWith(data: { [key: string]: string }, annotations: { [key: string]: string } = {}, kind = App): App {
  const app = new kind({ outdir: folder });
  const chart = new Chart(app, 'orders', { namespace: 'apps' });
  new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orders', annotations }, data });
  new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders' },
    spec: {
      selector: { matchLabels: { app: 'orders' } },
      template: {
        metadata: { labels: { app: 'orders' } },
        spec: {
          automountServiceAccountToken: false,
          containers: [{ name: 'orders', image: 'ghcr.io/acme/orders:1.0.0', envFrom: [{ configMapRef: { name: 'orders' } }] }],
        },
      },
    },
  });
  return app;
}

function configOf(app: App): ApiObject {
  return app.node.findChild('orders').node.findChild('config') as ApiObject;
}

function synth(app: App, options?: PetrosaValidationOptions): void {
  PetrosaValidation.addTo(app, options);
  app.synth();
}

describe('in an app', () => {
  test('an error fails the synth with construct path, code, field and fix', () => {
    expect(() => synth(appWith(WILDCARD))).toThrow(/orders\/config: SUB401 data\.NATS_PUBLISHER_TOPIC: .*orders\.\*.*; write a literal subject/);
  });

  test('without findings the files are written', () => {
    expect(() => synth(appWith({ GREETING: 'hello' }))).not.toThrow();
  });

  test('a warning is recorded on its construct and does not fail', () => {
    const app = appWith(QUOTED);
    synth(app);
    expect(Warnings.all(app)).toEqual([expect.stringContaining('orders/config: CFG210 data.GREETING')]);
  });

  test('a warning is printed once', () => {
    synth(appWith(QUOTED));
    expect(stderr).toHaveBeenCalledTimes(1);
  });

  test('a warning fails the synth where failOn says so', () => {
    expect(() => synth(appWith(QUOTED), { failOn: FindingSeverity.WARNING })).toThrow('CFG210');
  });

  test('an annotation with a reason leaves a finding out', () => {
    const app = appWith(WILDCARD, { 'petrosa-nats/ignore.SUB401': 'the program replaces the asterisk' });
    expect(() => synth(app)).not.toThrow();
  });

  test('the configuration file sets severities', () => {
    const configFile = join(folder, 'petrosa-nats.yaml');
    writeFileSync(configFile, 'severities: { SUB401: "off" }\n');
    expect(() => synth(appWith(WILDCARD), { configFile })).not.toThrow();
  });

  test('a configuration file that is missing is named', () => {
    expect(() => synth(appWith({}), { configFile: 'missing.yaml' })).toThrow('the configuration file missing.yaml cannot be read');
  });

  test('what the cluster holds is looked at', () => {
    const state = join(folder, 'state.yaml');
    writeFileSync(state, 'apiVersion: v1\nkind: Service\nmetadata: { name: nats, namespace: nats }\n');
    const app = appWith({ NATS_URL: 'nats://nats-server.nats.svc.cluster.local:4222' });
    expect(() => synth(app, { clusterState: [state], closedWorld: true })).toThrow('there is no Service nats-server in namespace nats');
  });

  test('a finding about all of an object has no field', () => {
    const app = appWith({});
    new ApiObject(app.node.findChild('orders') as Chart, 'policy', { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'all' } });
    expect(() => synth(app, { failOn: FindingSeverity.ADVICE })).toThrow('orders/policy: NET320 CiliumNetworkPolicy all may allow or deny');
  });

  test('a finding about the configuration file fails the app', () => {
    const configFile = join(folder, 'petrosa-nats.yaml');
    writeFileSync(configFile, 'suppressions:\n  - { code: SUB401, reason: known }\n');
    expect(() => synth(appWith({}), { configFile, failOn: FindingSeverity.ADVICE })).toThrow('App: LINT901 ');
  });

  test('a state of the cluster that cannot be read is named', () => {
    expect(() => synth(appWith({}), { clusterState: ['missing.yaml'] })).toThrow('missing.yaml');
  });

  test.each([App, PetrosaApp])('a second synth of %p sees what was patched since the first', (kind) => {
    const app = appWith({ NATS_PUBLISHER_TOPIC: 'orders.created' }, {}, kind);
    synth(app);
    configOf(app).addJsonPatch(JsonPatch.replace('/data/NATS_PUBLISHER_TOPIC', 'orders.*'));
    expect(() => app.synth()).toThrow('SUB401');
  });

  const FORMS: Record<string, (kind: typeof App) => App> = {
    'charts alone': kind => appWith({}, {}, kind),
    'a chart that renders itself': (kind) => {
      class OwnChart extends Chart {
        public toJson(): any[] {
          return super.toJson();
        }
      }
      const app = appWith({}, {}, kind);
      for (const id of ['first', 'second']) new OwnChart(app, id);
      return app;
    },
    'a dependency on another app': (kind) => {
      const app = appWith({}, {}, kind);
      configOf(app).addDependency(new ApiObject(new Chart(new App(), 'elsewhere'), 'thing', { apiVersion: 'v1', kind: 'Thing' }));
      return app;
    },
  };

  test.each(Object.entries(FORMS))('PetrosaApp looks at the objects as seldom as App, with %s', (_, make) => {
    const [stock, own] = [App, PetrosaApp].map((kind) => {
      const app = make(kind);
      const toJson = jest.spyOn(configOf(app), 'toJson');
      synth(app);
      return toJson.mock.calls.length;
    });
    expect(own).toBeLessThanOrEqual(stock);
  });

  test('a second synth passes where what failed the first is repaired', () => {
    const app = appWith(WILDCARD);
    expect(() => synth(app)).toThrow('SUB401');
    configOf(app).addJsonPatch(JsonPatch.replace('/data/NATS_PUBLISHER_TOPIC', 'orders.created'));
    expect(() => app.synth()).not.toThrow();
  });

  test('adding it twice is refused', () => {
    const app = appWith({});
    PetrosaValidation.addTo(app);
    expect(() => PetrosaValidation.addTo(app)).toThrow('App: PetrosaValidation is added already; give all options in one call');
  });

  test.each([
    [{ failOn: 'wraning' }, 'the option failOn of PetrosaValidation is "wraning"; write one of error, warning, advice'],
    [{ failon: 'advice' }, 'PetrosaValidation has no option failon; did you mean failOn?'],
    [{ clusterState: 'cluster.yaml' }, 'the option clusterState of PetrosaValidation is "cluster.yaml"; write a list of paths'],
    [{ closedWorld: 'yes' }, 'write true or false'],
    [{ defaultDeny: [1] }, 'write a list of namespaces'],
    [{ configFile: 1 }, 'write a path'],
  ])('the options %j, as cdk8s.yaml may have them, are refused', (options, message) => {
    expect(() => synth(appWith({}), options as PetrosaValidationOptions)).toThrow(message);
  });
});

describe('as a plugin of cdk8s synth', () => {
  /** What the plugin reports of a manifest. */
  async function report(data: { [key: string]: string }, properties?: PetrosaValidationOptions) {
    const manifest = join(folder, 'orders.k8s.yaml');
    writeFileSync(manifest, JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orders', namespace: 'apps' }, data }));
    const context = { manifests: [manifest], report: { addViolation: jest.fn(), submit: jest.fn() } };
    await new PetrosaValidation(properties).validate(context);
    const { addViolation, submit } = context.report;
    return { manifest, violations: addViolation.mock.calls.map(([violation]) => violation), status: submit.mock.calls[0][0] };
  }

  test('a finding becomes a violation with its line', async () => {
    const { manifest, violations } = await report(QUOTED);
    expect(violations).toEqual([{
      ruleName: 'CFG210 (warning)',
      recommendation: expect.stringContaining('GREETING'),
      fix: expect.any(String),
      violatingResources: [{ resourceName: 'orders', locations: ['line 1: data.GREETING'], manifestPath: manifest }],
    }]);
  });

  test('a finding about all of an object has its line alone, and one about no object no name', async () => {
    const manifest = join(folder, 'orders.k8s.yaml');
    writeFileSync(manifest, 'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: all }\n---\nkind: *missing\n');
    const context = { manifests: [manifest], report: { addViolation: jest.fn(), submit: jest.fn() } };
    await new PetrosaValidation().validate(context);
    const resources = context.report.addViolation.mock.calls.flatMap(([{ violatingResources }]) => violatingResources);
    expect(resources.map(({ resourceName, locations }) => [resourceName, ...locations])).toEqual([['all', 'line 1'], ['', 'line 5']]);
  });

  test('a warning passes', async () => {
    expect((await report(QUOTED)).status).toBe('success');
  });

  test('a warning fails where the properties say so', async () => {
    expect((await report(QUOTED, { failOn: FindingSeverity.WARNING })).status).toBe('failure');
  });

  test('no finding is a success', async () => {
    expect((await report({ GREETING: 'hello' })).status).toBe('success');
  });
});
