import { DeclaredEndpoint } from '../../src/address/declared-endpoint';

class Kafka extends DeclaredEndpoint {
  constructor() {
    super({ description: 'kafka', inCluster: true, egress: [{ peers: [{ namespace: 'kafka' }], ports: [{ port: 9092 }] }] });
  }
}

test('a kind of your own needs DNS and has no variables unless it says so', () => {
  expect({ ...new Kafka() }).toEqual({
    description: 'kafka',
    url: undefined,
    inCluster: true,
    needsDns: true,
    egress: [{ peers: [{ namespace: 'kafka' }], ports: [{ port: 9092 }] }],
    variables: [],
  });
});
