// Written by scripts/rules-index.ts.
import { Rule } from '../rule';
import { ambiguousVariable } from './config/ambiguous-variable';
import { duplicateVariable } from './config/duplicate-variable';
import { immutableFieldChanged } from './config/immutable-field-changed';
import { invalidBase64 } from './config/invalid-base64';
import { invalidConfigKey } from './config/invalid-config-key';
import { invalidVariableName } from './config/invalid-variable-name';
import { keyGivenTwice } from './config/key-given-twice';
import { missingConfigKey } from './config/missing-config-key';
import { missingConfigObject } from './config/missing-config-object';
import { missingPullSecret } from './config/missing-pull-secret';
import { missingSubPath } from './config/missing-sub-path';
import { objectDefinedTwice } from './config/object-defined-twice';
import { overriddenVariable } from './config/overridden-variable';
import { overwrittenConfig } from './config/overwritten-config';
import { placeholderValue } from './config/placeholder-value';
import { plainCredential } from './config/plain-credential';
import { strayCharacters } from './config/stray-characters';
import { unexpandedVariable } from './config/unexpanded-variable';
import { unusedConfig } from './config/unused-config';
import { variableWithoutValue } from './config/variable-without-value';
import { duplicateWorkload } from './consistency/duplicate-workload';
import { nameFamilyGap } from './consistency/name-family-gap';
import { namespaceMissing } from './consistency/namespace-missing';
import { natsServersDiffer } from './consistency/nats-servers-differ';
import { natsSettingLiteral } from './consistency/nats-setting-literal';
import { settingGroupIncomplete } from './consistency/setting-group-incomplete';
import { settingSourcesDiffer } from './consistency/setting-sources-differ';
import { telemetryContradiction } from './consistency/telemetry-contradiction';
import { telemetryNotWired } from './consistency/telemetry-not-wired';
import { variableFewSiblingsHave } from './consistency/variable-few-siblings-have';
import { variableSiblingsHave } from './consistency/variable-siblings-have';
import { changedKey } from './file/changed-key';
import { changedTextValue } from './file/changed-text';
import { duplicateKey } from './file/duplicate-key';
import { excessiveDocument } from './file/excessive-document';
import { incompleteObject } from './file/incomplete-object';
import { invalidEncoding } from './file/invalid-encoding';
import { invalidYaml } from './file/invalid-yaml';
import { noManifest } from './file/no-manifest';
import { unrenderedTemplate } from './file/unrendered-template';
import { suppressionWithoutReason } from './lint/suppression-without-reason';
import { unknownSuppression } from './lint/unknown-suppression';
import { unusedSuppression } from './lint/unused-suppression';
import { bindingTargetMissing } from './object/binding-target-missing';
import { broadRole } from './object/broad-role';
import { budgetSelectsNoPods } from './object/budget-selects-no-pods';
import { duplicateName } from './object/duplicate-name';
import { ingressDeadBackend } from './object/ingress-dead-backend';
import { ingressPortNotServed } from './object/ingress-port-not-served';
import { ingressServiceMissing } from './object/ingress-service-missing';
import { invalidImage } from './object/invalid-image';
import { invalidSchedule } from './object/invalid-schedule';
import { invalidValue } from './object/invalid-value';
import { jobOutlivesPeriod } from './object/job-outlives-period';
import { mismatchedSelector } from './object/mismatched-selector';
import { missingField } from './object/missing-field';
import { mountWithoutVolume } from './object/mount-without-volume';
import { needlessToken } from './object/needless-token';
import { overlappingSelectors } from './object/overlapping-selectors';
import { pinnedBesidePlaceholder } from './object/pinned-beside-placeholder';
import { probePortNotDeclared } from './object/probe-port-not-declared';
import { refusedCombination } from './object/refused-combination';
import { replicasBesideAutoscaler } from './object/replicas-beside-autoscaler';
import { requestAboveLimit } from './object/request-above-limit';
import { scaleTargetMissing } from './object/scale-target-missing';
import { scheduleContradictsName } from './object/schedule-contradicts-name';
import { serviceAccountMissing } from './object/service-account-missing';
import { servicePortNotDeclared } from './object/service-port-not-declared';
import { serviceSelectsJobs } from './object/service-selects-jobs';
import { serviceSelectsNoPods } from './object/service-selects-no-pods';
import { shortStartingDeadline } from './object/short-starting-deadline';
import { statefulSetService } from './object/stateful-set-service';
import { targetOfOtherFiles } from './object/target-of-other-files';
import { unevenSchedule } from './object/uneven-schedule';
import { unknownField } from './object/unknown-field';
import { unpinnedImage } from './object/unpinned-image';
import { unqualifiedImage } from './object/unqualified-image';
import { unservedApiVersion } from './object/unserved-api-version';
import { wrongType } from './object/wrong-type';
import { addressBlockOnly } from './policy/address-block-only';
import { admittedByAccident } from './policy/admitted-by-accident';
import { dnsBlocked } from './policy/dns-blocked';
import { dnsOverUdpOnly } from './policy/dns-over-udp-only';
import { duplicateRule } from './policy/duplicate-rule';
import { egressBlocked } from './policy/egress-blocked';
import { egressOnOwnPort } from './policy/egress-on-own-port';
import { hostNetworkSelected } from './policy/host-network-selected';
import { ingressBlocked } from './policy/ingress-blocked';
import { ingressControllerNotAdmitted } from './policy/ingress-controller-not-admitted';
import { invalidRule } from './policy/invalid-rule';
import { namespaceLabel } from './policy/namespace-label';
import { otherNamespace } from './policy/other-namespace';
import { peersSplit } from './policy/peers-split';
import { rulesWithoutType } from './policy/rules-without-type';
import { selectedByNoPolicy } from './policy/selected-by-no-policy';
import { selectsNoPods } from './policy/selects-no-pods';
import { serviceNotAdmitted } from './policy/service-not-admitted';
import { servicePortInPolicy } from './policy/service-port-in-policy';
import { unevaluatedPolicy } from './policy/unevaluated-policy';
import { unservedPortName } from './policy/unserved-port-name';
import { widerThanNeeded } from './policy/wider-than-needed';
import { invalidGroup } from './subject/invalid-group';
import { invalidSubject } from './subject/invalid-subject';
import { prefixDiffers } from './subject/prefix-differs';
import { publishedWithoutSubscriber } from './subject/published-without-subscriber';
import { subjectCaseDiffers } from './subject/subject-case-differs';
import { subscribedWithoutPublisher } from './subject/subscribed-without-publisher';
import { wildcardPublished } from './subject/wildcard-published';
import { credentialsInField } from './url/credentials-in-field';
import { dnsPolicyWithoutCluster } from './url/dns-policy-without-cluster';
import { fragileName } from './url/fragile-name';
import { hostOutsideCluster } from './url/host-outside-cluster';
import { invalidNatsUrl } from './url/invalid-nats-url';
import { ipInsteadOfName } from './url/ip-instead-of-name';
import { lookalikeName } from './url/lookalike-name';
import { missingService } from './url/missing-service';
import { ownPodAsServer } from './url/own-pod-as-server';
import { privateIp } from './url/private-ip';
import { unexpandedShellVariable } from './url/unexpanded-shell-variable';
import { unresolvableNatsName } from './url/unresolvable-nats-name';
import { unservedNatsPort } from './url/unserved-nats-port';
import { unservedPort } from './url/unserved-port';
import { wrongNatsScheme } from './url/wrong-nats-scheme';

/** The catalogue, in the order of the codes. */
export const RULES: readonly Rule[] = [
  missingConfigObject,
  missingConfigKey,
  overwrittenConfig,
  objectDefinedTwice,
  duplicateVariable,
  overriddenVariable,
  variableWithoutValue,
  ambiguousVariable,
  unusedConfig,
  strayCharacters,
  placeholderValue,
  plainCredential,
  invalidConfigKey,
  invalidBase64,
  keyGivenTwice,
  missingSubPath,
  immutableFieldChanged,
  unexpandedVariable,
  invalidVariableName,
  missingPullSecret,
  natsSettingLiteral,
  natsServersDiffer,
  variableSiblingsHave,
  variableFewSiblingsHave,
  settingSourcesDiffer,
  settingGroupIncomplete,
  telemetryNotWired,
  telemetryContradiction,
  nameFamilyGap,
  namespaceMissing,
  duplicateWorkload,
  invalidYaml,
  duplicateKey,
  unrenderedTemplate,
  excessiveDocument,
  incompleteObject,
  noManifest,
  invalidEncoding,
  changedTextValue,
  changedKey,
  unusedSuppression,
  suppressionWithoutReason,
  unknownSuppression,
  selectedByNoPolicy,
  egressBlocked,
  otherNamespace,
  namespaceLabel,
  servicePortInPolicy,
  addressBlockOnly,
  dnsBlocked,
  dnsOverUdpOnly,
  ingressBlocked,
  serviceNotAdmitted,
  ingressControllerNotAdmitted,
  selectsNoPods,
  admittedByAccident,
  widerThanNeeded,
  egressOnOwnPort,
  rulesWithoutType,
  invalidRule,
  unservedPortName,
  duplicateRule,
  unevaluatedPolicy,
  hostNetworkSelected,
  peersSplit,
  unknownField,
  unservedApiVersion,
  wrongType,
  missingField,
  invalidValue,
  refusedCombination,
  duplicateName,
  mountWithoutVolume,
  mismatchedSelector,
  serviceSelectsNoPods,
  scaleTargetMissing,
  budgetSelectsNoPods,
  ingressServiceMissing,
  ingressDeadBackend,
  ingressPortNotServed,
  servicePortNotDeclared,
  serviceSelectsJobs,
  overlappingSelectors,
  replicasBesideAutoscaler,
  serviceAccountMissing,
  bindingTargetMissing,
  statefulSetService,
  requestAboveLimit,
  targetOfOtherFiles,
  probePortNotDeclared,
  invalidImage,
  unpinnedImage,
  unqualifiedImage,
  pinnedBesidePlaceholder,
  invalidSchedule,
  unevenSchedule,
  scheduleContradictsName,
  jobOutlivesPeriod,
  shortStartingDeadline,
  broadRole,
  needlessToken,
  wildcardPublished,
  invalidSubject,
  prefixDiffers,
  subscribedWithoutPublisher,
  publishedWithoutSubscriber,
  subjectCaseDiffers,
  invalidGroup,
  ipInsteadOfName,
  ownPodAsServer,
  credentialsInField,
  fragileName,
  unresolvableNatsName,
  hostOutsideCluster,
  wrongNatsScheme,
  invalidNatsUrl,
  unexpandedShellVariable,
  unservedNatsPort,
  missingService,
  unservedPort,
  privateIp,
  lookalikeName,
  dnsPolicyWithoutCluster,
];
