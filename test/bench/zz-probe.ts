import { findFigures } from '@/lib/annotate/figures';
import { articleFromText } from '@/lib/article/article';
for (const [lang,t] of [['fr','Selon le ministère, 471 associations et 12 500 nouvelles écoles, soit 45,3 % du total, ont reçu près de 1,5 million d’euros en 2019.'],['fr','Une centaine de manifestants et vingt et un policiers ; quatre-vingt-dix villages, plus de 300 personnes, un tiers des habitants, âgé de 45 ans.'],['km','មានអង្គការ ៥.៣៦៣ និងមនុស្សប្រមាណ ១២០នាក់ ចំណាយ ៥លានដុល្លារ កើនឡើង ១១,៩៩ភាគរយ ក្នុងឆ្នាំ២០១៩។'],['km','ថ្ងៃទី១៧ ខែមករា ឆ្នាំ២០១៩ មានករណី ២០ និងពីរពាន់នាក់']] as const) {
  console.log(t); for (const f of findFigures(articleFromText(t,{lang}))) console.log('   ', t.slice(f.span.start,f.span.end),'|',JSON.stringify(f.value),f.unit,f.change,f.of.join(' '),'|',f.period,f.statistic);
}
