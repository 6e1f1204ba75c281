import {
  configInSecret, configMapKeyUnused, configRefMissingKey, envMissingVersusSiblings, objectUnused, wildcardInPublishSubject,
} from './support/findings/config-rules';
import {
  netpolDnsUdpOnly, netpolEgressMissingPort, netpolMissingForWorkload, netpolNamespaceLabelNotGuaranteed, netpolSelectsNoPods, netpolTooOpen,
  netpolUselessRule,
} from './support/findings/policy-rules';
import { Rule } from './support/findings/rule';
import {
  ingressDeadBackend, natsUrlUnresolvable, servicePortNotDeclared, serviceSelectsJobPods, serviceSelectsNoPods, urlPortMismatch, urlUnknownService,
} from './support/findings/service-rules';
import {
  allOf, cronDeadlineExceedsPeriod, cronStepOutOfRange, duplicateWorkload, hpaAndReplicas, imagePlaceholderMissing, imageUnqualified, noProbes,
  noSecurityContext, rbacBroad,
} from './support/findings/workload-rules';

/** What must hold where a finding is gone; each rule looks at the object that the finding names. */
export const RULES: Readonly<Record<string, Rule>> = {
  'binance-data-extractor-F01': envMissingVersusSiblings('NATS_'),
  'binance-data-extractor-F02': netpolDnsUdpOnly,
  'binance-data-extractor-F03': netpolTooOpen,
  'binance-data-extractor-F05': netpolMissingForWorkload,
  'binance-data-extractor-F06': configRefMissingKey,
  'binance-data-extractor-F07': netpolEgressMissingPort('DATA_MANAGER_URL'),
  'binance-data-extractor-F08': cronStepOutOfRange(15),
  'binance-data-extractor-F09': cronStepOutOfRange(30),
  'binance-data-extractor-F10': serviceSelectsNoPods,
  'binance-data-extractor-F11': ingressDeadBackend,
  'binance-data-extractor-F12': netpolSelectsNoPods,
  'binance-data-extractor-F13': duplicateWorkload,
  'binance-data-extractor-F14': duplicateWorkload,
  'binance-data-extractor-F15': configInSecret('DB_ADAPTER'),
  'binance-data-extractor-F16': envMissingVersusSiblings('OTEL_EXPORTER_OTLP_'),
  'binance-data-extractor-F17': configMapKeyUnused,
  'binance-data-extractor-F18': cronDeadlineExceedsPeriod,
  'binance-data-extractor-F19': rbacBroad('get batch/cronjobs', 'list batch/cronjobs', 'patch batch/cronjobs', 'create batch/jobs'),
  'binance-data-extractor-F20': noSecurityContext,

  'bot-ta-analysis-F01': netpolNamespaceLabelNotGuaranteed,
  'bot-ta-analysis-F02': netpolDnsUdpOnly,
  'bot-ta-analysis-F04': objectUnused,
  'bot-ta-analysis-F05': configMapKeyUnused,
  'bot-ta-analysis-F06': serviceSelectsJobPods,
  'bot-ta-analysis-F07': urlUnknownService('MYSQL_HOST'),
  'bot-ta-analysis-F09': netpolUselessRule,
  'bot-ta-analysis-F10': imagePlaceholderMissing,
  'bot-ta-analysis-F13': noSecurityContext,

  'cio-F01': natsUrlUnresolvable,
  'cio-F02': natsUrlUnresolvable,
  'cio-F03': netpolMissingForWorkload,
  'cio-F05': serviceSelectsNoPods,
  'cio-F06': servicePortNotDeclared,
  'cio-F07': urlPortMismatch('DATA_MANAGER_URL'),
  'cio-F08': urlUnknownService('TRADEENGINE_URL'),
  'cio-F09': urlUnknownService('STRATEGY_API_URL', 'TA_BOT_URL'),
  'cio-F10': urlUnknownService('REDIS_URL'),
  'cio-F11': objectUnused,
  'cio-F12': imageUnqualified,
  'cio-F13': allOf(noProbes, noSecurityContext),

  'realtime-strategies-F01': wildcardInPublishSubject,
  'realtime-strategies-F02': netpolDnsUdpOnly,
  'realtime-strategies-F03': netpolNamespaceLabelNotGuaranteed,
  'realtime-strategies-F04': netpolEgressMissingPort('MONGODB_URI', 27017),
  'realtime-strategies-F05': netpolEgressMissingPort('DATA_MANAGER_URL'),
  'realtime-strategies-F07': netpolUselessRule,
  'realtime-strategies-F08': configMapKeyUnused,
  'realtime-strategies-F10': hpaAndReplicas,
};
