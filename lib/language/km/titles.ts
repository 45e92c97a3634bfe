/** Words of address and rank that stand before a person's name in Khmer. */
const ADDRESSES = [
  'សម្តេចអគ្គមហាសេនាបតីតេជោ',
  'សម្តេចមហាបវរធិបតី',
  'សម្តេចធិបតី',
  'សម្តេចតេជោ',
  'សម្ដេចតេជោ',
  'នាយឧត្តមសេនីយ៍',
  'ឧត្តមសេនីយ៍ឯក',
  'ឧត្តមសេនីយ៍',
  'អ្នកឧកញ៉ា',
  'លោកឧកញ៉ា',
  'លោកជំទាវ',
  'ឯកឧត្តម',
  'លោកស្រី',
  'អ្នកស្រី',
  'បណ្ឌិត',
  'សម្តេច',
  'សម្ដេច',
  'កញ្ញា',
  'ឧកញ៉ា',
  'ឯ.ឧ.',
  'ឯ.ឧ',
  'លោក',
];

/** Offices, which may be followed by the body they are held in. */
export const KHMER_OFFICES: readonly string[] = [
  'ឧបនាយករដ្ឋមន្ត្រី',
  'ទេសរដ្ឋមន្ត្រី',
  'នាយករដ្ឋមន្ត្រី',
  'អគ្គលេខាធិការ',
  'រដ្ឋលេខាធិការ',
  'អ្នកនាំពាក្យ',
  'អភិបាលរាជធានី',
  'អភិបាលខេត្ត',
  'អគ្គស្នងការ',
  'រដ្ឋមន្ត្រី',
  'នាយកប្រតិបត្តិ',
  'អនុប្រធាន',
  'ប្រធាន',
];

/** What stands before a person's name in Khmer, longest first. */
export const KHMER_TITLES: readonly string[] = [...ADDRESSES, ...KHMER_OFFICES].toSorted(
  (a, b) => b.length - a.length,
);

/** What begins the name of a body in Khmer. */
export const KHMER_HEADS: readonly string[] = [
  'គណៈកម្មាធិការ',
  'ក្រុមប្រឹក្សា',
  'ក្រសួង',
  'គណបក្ស',
  'អង្គការ',
  'សមាគម',
  'សហជីព',
  'មជ្ឈមណ្ឌល',
  'តុលាការ',
];

/** Words that end a name where no blank does: said, was, and, who, in, at, has, of. */
export const KHMER_BEHIND: readonly string[] = [
  'បាន',
  'ថ្លែង',
  'មានប្រសាសន៍',
  'និង',
  'ដែល',
  'ក្នុង',
  'នៅ',
  'មាន',
  'ត្រូវ',
  'ប្រាប់',
  'ជា',
  'គឺ',
  'នឹង',
  'ដើម្បី',
  'សម្រាប់',
  'ទទួល',
  'អះអាង',
  'ឲ្យ',
  'ឱ្យ',
  'នេះ',
];
