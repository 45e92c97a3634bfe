import type { VNode } from 'preact';
import { SourcesPage } from '@/components/sources/SourcesPage';
import type { SourcesView, SourcesWishes } from '@/components/sources/sources-view';
import { ask } from '@/lib/messages/ask';
import { usePreview } from './use-preview';
import { useSources } from './use-sources';

type Props = Pick<SourcesView, 'updatesPaused' | 'isPrivate'> & Pick<SourcesWishes, 'onPauseAll'>;

/** The page of sources: what the background has to say, and what the reader asks of it. */
export function App({ updatesPaused, isPrivate, onPauseAll }: Props): VNode {
  const { sources, working, said, doing } = useSources();
  const { preview, looking, trouble, back, drop, ...look } = usePreview();
  const confirm = async (packs?: readonly string[]): Promise<void> => {
    if (!preview) return;
    const { from, shown } = preview;
    await doing(async () => {
      back(false);
      const told = await ask('subscribe', {
        from,
        fingerprint: shown.fingerprint,
        ...(packs && { packs }),
      });
      drop(from);
      return told.ok ? told.value : told.problem;
    });
  };
  const state = { sources, working, said, looking, trouble, updatesPaused, isPrivate };
  return (
    <SourcesPage
      view={{ ...state, preview: preview?.shown }}
      wishes={{
        ...look,
        ...wishesOver(doing),
        onConfirm: (packs) => void confirm(packs),
        onBack: () => back(true),
        onPauseAll,
      }}
    />
  );
}

type Wishes = Pick<SourcesWishes, 'onCheck' | 'onStop' | 'onChange' | 'onRepair' | 'onRemove'>;

function wishesOver(doing: ReturnType<typeof useSources>['doing']): Wishes {
  return {
    onCheck: (id) =>
      void doing(async () => await ask('checkSources', id === undefined ? {} : { id })),
    onStop: () => void ask('stopSync'),
    onChange: (id, change) =>
      void doing(async () => {
        await ask('changeSource', { id, change });
        return undefined;
      }),
    onRepair: () => void doing(async () => ({ mended: await ask('repairSources') })),
    onRemove: (id) =>
      void doing(async () => {
        await ask('removeSource', { id });
        return undefined;
      }),
  };
}
