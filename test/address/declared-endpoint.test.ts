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

test.each(['description', 'url'])('user info in the %s is refused without quoting it', prop => {
  class Leaky extends DeclaredEndpoint {
    constructor() {
      super({ description: 'leaky', inCluster: false, egress: [], [prop]: 'amqp://user:hunter2@mq.example.com' });
    }
  }
  expect(() => new Leaky()).toThrow(`${prop} of the endpoint has user info`);
  expect(() => new Leaky()).not.toThrow('hunter2');
});
