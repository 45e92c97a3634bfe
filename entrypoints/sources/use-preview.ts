import { useState } from 'preact/hooks';
import type { SourcesView, SourcesWishes } from '@/components/sources/sources-view';
import type { SourceFrom, SourcePreview } from '@/lib/dataset/source-state';
import { ask } from '@/lib/messages/ask';
import { requestSite } from '@/lib/messages/own-page';
import { addressIn } from '@/lib/sync/source-address';

type Shown = { readonly from: SourceFrom; readonly shown: SourcePreview };
type Preview = Pick<SourcesView, 'looking' | 'trouble'> &
  Pick<SourcesWishes, 'onLook' | 'onFile' | 'onAllow'> & {
    readonly preview: Shown | undefined;
    /** Leaves the preview; `isOver`: what it showed is not needed any more. */
    readonly back: (isOver: boolean) => void;
    readonly drop: (from: SourceFrom) => void;
  };

/** Looks at a dataset that the reader might want, before anything is kept. */
export function usePreview(): Preview {
  const [preview, setPreview] = useState<Shown>();
  const [{ looking, trouble }, setState] = useState<Pick<SourcesView, 'looking' | 'trouble'>>(IDLE);
  const look = async (from: SourceFrom): Promise<void> => {
    setState({ looking: true, trouble: undefined });
    const told = await ask('previewSource', from).catch(() => undefined);
    if (told?.ok === true) setPreview({ from, shown: told.value });
    else drop(from);
    setState({ looking: false, trouble: told?.ok === false ? told.problem : undefined });
  };
  const allow = async (typed: string): Promise<void> => {
    const address = addressIn(typed);
    if (address.ok && (await requestSite(address.value.url))) {
      await look({ kind: 'address', typed });
    }
  };
  return {
    preview,
    looking,
    trouble,
    onLook: (typed) => void look({ kind: 'address', typed }),
    onFile: (file) => void look({ kind: 'file', name: file.name, blob: URL.createObjectURL(file) }),
    onAllow: (typed) => void allow(typed),
    back: (isOver) => {
      if (isOver && preview) drop(preview.from);
      setPreview(undefined);
    },
    drop,
  };
}

const IDLE = { looking: false, trouble: undefined };

/** A file that is held ready takes memory until it is let go. */
function drop(from: SourceFrom): void {
  if (from.kind === 'file') URL.revokeObjectURL(from.blob);
}
