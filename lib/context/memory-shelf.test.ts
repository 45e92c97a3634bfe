import { shelfContract } from '@/test/support/shelf-contract';
import { memoryShelf } from './memory-shelf';

shelfContract(async (datasets) => await Promise.resolve(memoryShelf(datasets)));
