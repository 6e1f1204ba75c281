import { readdirSync } from 'fs';
import { join } from 'path';
import { ManifestSet, readPaths } from '../../src/manifest';
import { verify } from '../../src/verify';
import { describeWithShared, SHARED } from '../support/shared';

const CORPUS = join(SHARED, 'nats-corpus');

/** Each error in other people's manifests, with what an expert says of it. */
const JUDGED: Readonly<Record<string, string>> = {
  'nextcore-erp OBJ502 ServiceAccount/nextcore-service-account apiVersion': 'true: 1.28 serves this version no more, or never did',
  'nextcore-erp NET307 NetworkPolicy/nextcore-network-policy spec.egress': 'true: egress is limited to the pods of three servers, and DNS is not among them',
  'kubechat CFG212 Deployment/message-store-service spec.template.spec.containers[0].env[2].value': 'true: a password stands in the manifest',
  'sumoproto OBJ502 Deployment/marketdatapublisher apiVersion': 'true: 1.28 serves this version no more, or never did',
  'sumoproto OBJ502 Deployment/marketdatasubscriber apiVersion': 'true: 1.28 serves this version no more, or never did',
  'sumoproto OBJ502 Deployment/positionpublisher apiVersion': 'true: 1.28 serves this version no more, or never did',
  'sumoproto OBJ502 Deployment/positionsubscriber apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 Deployment/kubeless-controller-manager apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 ClusterRole/kubeless-controller-deployer apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 ClusterRoleBinding/kubeless-controller-deployer apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 CustomResourceDefinition/functions.kubeless.io apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 CustomResourceDefinition/httptriggers.kubeless.io apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 CustomResourceDefinition/cronjobtriggers.kubeless.io apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 Deployment/nats-trigger-controller apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 ClusterRole/nats-controller-deployer apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 ClusterRoleBinding/nats-controller-deployer apiVersion': 'true: 1.28 serves this version no more, or never did',
  'kubeless-events-example OBJ502 CustomResourceDefinition/natstriggers.kubeless.io apiVersion': 'true: 1.28 serves this version no more, or never did',
  'nats-operator URL103 NatsCluster/example-nats-cluster spec.gatewayConfig.gateways[0].url': 'true: user and password stand in the URL',
  'real-time-betting-engine CFG212 Deployment/betting-engine-backend spec.template.spec.containers[0].env[3].value': 'true: a password stands in the manifest',
  'sentinel CFG212 ConfigMap/sentinel-config data.DATABASE_URL': 'true: a password stands in the manifest',
};

/** The errors of a repository of the corpus, as `REPOSITORY CODE Kind/name`. */
function errorsOf(repository: string): string[] {
  const { documents, problems } = readPaths([join(CORPUS, repository)]);
  const { findings, failures } = verify(new ManifestSet({ files: documents }), problems);
  expect(failures).toEqual([]);
  return findings.filter(finding => finding.severity === 'error').map(({ code, object, path }) => `${repository.split('__')[1]} ${code} ${object?.kind}/${object?.name} ${path}`);
}

describeWithShared('the manifests of other people', () => {
  test('give no error that is not judged, and each judged one', () => {
    const repositories = readdirSync(CORPUS, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name);
    expect(repositories.flatMap(errorsOf).sort()).toEqual(Object.keys(JUDGED).sort());
  });
});
