import { join } from 'path';
import { ManifestSet, SourceDocument } from '../../src/manifest';
import { loadConfiguration, Verification, verify, VerifyOptions } from '../../src/verify';
import { synthCharts, synthQuickstart } from '../examples/support/synth';
import { Manifest } from '../support/manifests';
import { PROJECT } from '../support/shared';

// The synth of the platform prints its warnings.
jest.spyOn(console, 'error').mockImplementation();

function lint(manifests: readonly Manifest[], options: Partial<VerifyOptions> = {}): Verification {
  const files = manifests.map(manifest => SourceDocument.ofValue(manifest.metadata.name, JSON.parse(JSON.stringify(manifest))));
  return verify(new ManifestSet({ files }), [], options);
}

test('the quickstart has no finding', () => {
  expect(lint(synthQuickstart()).findings).toEqual([]);
});

describe('the platform', () => {
  const { findings, suppressed } = lint([...synthCharts().values()].flat(), loadConfiguration(join(PROJECT, 'examples/petrosa-nats.yaml')).options);

  test('has no finding beside those that are kept with a reason', () => {
    expect(findings).toEqual([]);
  });

  test('keeps what it says it keeps', () => {
    expect([...new Set(suppressed.map(({ code }) => code))].sort()).toEqual(['CFG209', 'CFG252', 'NET311', 'OBJ533', 'OBJ543', 'SUB401']);
  });
});
