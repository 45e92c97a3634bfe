import type { entity, figure, link, measure, source, statement, verdict } from './record';
import type { InferOutput } from 'valibot';
import type { Id, Ref } from './ref';

/**
 * Records as the product reads them: every own or foreign reference in its qualified form, so that
 * records of several datasets stand side by side without being mixed up.
 */
type Qualified<T> = T extends Id | Ref
  ? Ref
  : T extends string | number | boolean | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Qualified<Item>[]
      : { readonly [Key in keyof T]: Qualified<T[Key]> };

type Shelved<T extends { id: Id }> = Qualified<Omit<T, 'id'>> & { readonly ref: Ref };

export type Entity = Shelved<InferOutput<typeof entity>>;
export type Source = Shelved<InferOutput<typeof source>>;
export type Statement = Shelved<InferOutput<typeof statement>>;
export type Measure = Shelved<InferOutput<typeof measure>>;
export type Observation = Shelved<InferOutput<typeof figure>>;
export type Link = Shelved<InferOutput<typeof link>>;
export type Verdict = Shelved<InferOutput<typeof verdict>>;
