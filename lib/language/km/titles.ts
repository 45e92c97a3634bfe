/** What stands before a person's name in Khmer, longest first. */
export const KHMER_TITLES: readonly string[] = [
  'នាយឧត្តមសេនីយ៍',
  'ឧត្តមសេនីយ៍ឯក',
  'ឧត្តមសេនីយ៍',
  'អ្នកនាំពាក្យ',
  'នាយករដ្ឋមន្ត្រី',
  'រដ្ឋមន្ត្រី',
  'អភិបាលខេត្ត',
  'អ្នកឧកញ៉ា',
  'លោកជំទាវ',
  'ឯកឧត្តម',
  'លោកស្រី',
  'អ្នកស្រី',
  'បណ្ឌិត',
  'សម្តេច',
  'សម្ដេច',
  'កញ្ញា',
  'លោក',
];

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
