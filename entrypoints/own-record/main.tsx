import '@/components/shared/tokens.css';
import { OwnRecordList } from '@/components/own-record/OwnRecordList';
import { mount } from '@/components/shared/mount';
import { showTheme } from '@/components/shared/theme';
import { setWords } from '@/components/shared/words';
import { loadWords } from '@/lib/messages/load-words';
import { openOwnRecord } from '@/lib/storage/own-record-store';
import { readSettings } from '@/lib/storage/settings-store';

const MOST = 200;
const record = openOwnRecord();
const { language, theme } = await readSettings();
const { dictionary, tag } = await loadWords(language);
setWords(dictionary, tag);
showTheme(theme);
await draw('');

async function draw(search: string): Promise<void> {
  mount(
    <OwnRecordList
      quotes={await record.list(search, MOST)}
      count={await record.count()}
      search={search}
      onSearch={(next) => void draw(next)}
      onRemove={(id) => void record.remove([id]).then(async () => await draw(search))}
      onWipe={() => void record.wipe().then(async () => await draw(''))}
    />,
  );
}
