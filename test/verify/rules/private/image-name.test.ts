import { imageName, isNatsServer } from '../../../../src/verify/rules/private/image-name';

test.each([
  ['nats', 'nats'],
  ['nats:2.10', 'nats'],
  ['registry.example:5000/team/nats-server@sha256:0123', 'nats-server'],
  ['docker.io/natsio/nats-box:0.14', 'nats-box'],
])('the name of %s is %s', (image, name) => {
  expect(imageName(image)).toBe(name);
});

test.each(['nats:2.10', 'docker.io/library/nats', 'natsio/nats-box:0.14'])('%s is of NATS itself', (image) => {
  expect(isNatsServer(image)).toBe(true);
});

test.each(['registry.example/nats-client:1', 'orders', undefined])('%s is a program that uses NATS', (image) => {
  expect(isNatsServer(image)).toBe(false);
});
