import { useState } from 'preact/hooks';
import { LIMITS } from '@/lib/dataset/limits';
import { type OfferedPack, type SourcePreview, sumOf } from '@/lib/dataset/source-state';
import { Switch } from '@/components/shared/Switch';
import { inReadersLanguage, numberWords, words } from '@/components/shared/words';
import { sentenceOf, sizeWords } from './source-words';

/** Which parts of a dataset the reader wants. */
export type Choice = {
  /** What there is to choose from; nothing where the reader has the dataset already. */
  readonly all: readonly OfferedPack[];
  readonly packs: readonly OfferedPack[];
  /** More than a subscription may hold. */
  readonly isOver: boolean;
  readonly flip: (pack: string) => void;
};

/** All of them at first, unless that is more than a subscription may hold. */
export function useChoice({ standing, packs }: SourcePreview): Choice {
  const isNew = standing === 'new';
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(isMuch(packs) ? packs.map(({ pack }) => pack) : []),
  );
  const isChoice = isNew && packs.length > 1;
  const chosen = isChoice ? packs.filter(({ pack }) => !left.has(pack)) : packs;
  const flip = (pack: string): void => {
    const others = new Set(left);
    if (!others.delete(pack)) others.add(pack);
    setLeft(others);
  };
  return { all: isChoice ? packs : [], packs: chosen, isOver: isNew && isMuch(chosen), flip };
}

function isMuch(packs: readonly OfferedPack[]): boolean {
  return sumOf(packs).bytes > LIMITS.subscriptionBytes;
}

/** The parts of a dataset that is more than one: only those that are chosen are ever fetched. */
export function PackChoice({ choice: { all, packs, isOver, flip } }: { readonly choice: Choice }) {
  return (
    <>
      {all.length > 1 && (
        <fieldset class="parts">
          <legend>{words('confirmParts')}</legend>
          <p class="muted">{words('confirmPartsMeans')}</p>
          {all.map((each) => (
            <Switch key={each.pack} on={packs.includes(each)} onSwitch={() => flip(each.pack)}>
              {inReadersLanguage(each.title)} <Part pack={each} />
            </Switch>
          ))}
        </fieldset>
      )}
      {isOver && <p class="notice">{sentenceOf('over-limit')}</p>}
    </>
  );
}

/** How much there is in a part. */
export function Part({ pack: { bytes, counts } }: { readonly pack: OfferedPack }) {
  return (
    <span class="muted">
      {words('confirmPart', numberWords(counts.statements), sizeWords(bytes))}
    </span>
  );
}
