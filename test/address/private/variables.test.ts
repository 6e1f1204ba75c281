import { isSecretByVariable, variablesIn } from '../../../src/address/private/variables';

test.each(['$(HOST)', 'a.$(my-ns.x_Y).svc', '$(A):$(B)', '$(A)$$'])('%s holds variables of Kubernetes', text => {
  expect(variablesIn(text)).toBe('kubernetes');
});

test.each(['${HOST}', '$HOST', 'a$_b', '$(A)${B}', '$$$A', '${HOST:-nats}'])('%s holds a variable of a shell', text => {
  expect(variablesIn(text)).toBe('shell');
});

test.each(['', 'nats', '$', '$(', '$()', '$(A', '$(1A)', '$$(A)', '$$$$A', '$(A B)'])('%j holds no variable', text => {
  expect(variablesIn(text)).toBeUndefined();
});

test.each(['$(TOKEN)', '$(USER):$(PW)', 'user:$(PW)', ':$(PW)'])('user info %s writes no secret out', userInfo => {
  expect(isSecretByVariable(userInfo)).toBe(true);
});

test.each(['', 'tok', '$(USER):pw', 'user:x$(PW)', 'user:$(PW)x', 'tok$(X)', 'user:$PW', 'user:${PW}', 'user:$$(PW)', 'a:b:$(PW)'])(
  'user info %j writes one out', userInfo => {
    expect(isSecretByVariable(userInfo)).toBe(false);
  });
