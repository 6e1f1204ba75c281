import * as fc from 'fast-check';
import { IEndpoint } from '../../src/address/endpoint';
import { KnownSecret } from '../../src/address/known-secret';
import { MongoDb } from '../../src/address/mongodb';
import { MySql } from '../../src/address/mysql';
import { NatsServer } from '../../src/address/nats-server';
import { OtlpCollector, OtlpProtocol } from '../../src/address/otlp-collector';
import { Redis } from '../../src/address/redis';
import { ServiceEndpoint } from '../../src/address/service-endpoint';

const uri = KnownSecret.of({ name: 'credentials', keys: ['URI'] }).key('URI');
type Location = { service: string; namespace: string; port: number; podPort?: number };

const IN_CLUSTER: { [kind: string]: (at: Location) => IEndpoint } = {
  http: at => ServiceEndpoint.http(at),
  grpc: at => ServiceEndpoint.grpc(at),
  tcp: at => ServiceEndpoint.tcp(at),
  nats: at => NatsServer.of(at),
  mysql: at => MySql.of({ ...at, uri }),
  mongodb: at => MongoDb.of({ ...at, uri }),
  redis: at => Redis.of(at),
  otlpGrpc: at => OtlpCollector.of({ ...at, protocol: OtlpProtocol.GRPC }),
  otlpHttp: at => OtlpCollector.of({ ...at, protocol: OtlpProtocol.HTTP }),
};
const port = fc.integer({ min: 1, max: 65535 });

test.each(Object.keys(IN_CLUSTER))('the egress of %s is the pod port and never the port of a Service', kind => {
  fc.assert(fc.property(port, port, (servicePort, podPort) => {
    const endpoint = IN_CLUSTER[kind]({ service: 's', namespace: 'n', port: servicePort, podPort });
    expect(endpoint.egress).toEqual([{ peers: [{ namespace: 'n' }], ports: [{ port: podPort }] }]);
  }));
});

test.each(Object.keys(IN_CLUSTER))('%s is in the cluster, described by its full name', kind => {
  const endpoint = IN_CLUSTER[kind]({ service: 's', namespace: 'n', port: 1 });
  expect([endpoint.inCluster, endpoint.description]).toEqual([true, expect.stringContaining('/s.n.svc.cluster.local:')]);
});
