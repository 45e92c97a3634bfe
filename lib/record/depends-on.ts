import type { ShelvedRecord } from './qualify';
import type { Ref } from './ref';

/** Without what a record means nothing, itself among them: whoever hides one of these hides it too. */
export function dependsOn(record: ShelvedRecord): readonly Ref[] {
  switch (record.type) {
    case 'link':
      return [record.ref, record.from, record.to];
    case 'verdict':
      return [record.ref, record.of];
    case 'figure':
      return [record.ref, record.measure, record.source];
    case 'statement':
      return [record.ref, record.source];
    case 'entity':
    case 'source':
    case 'measure':
    case 'withdrawal':
      return [record.ref];
  }
}
