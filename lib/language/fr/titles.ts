import { wordsOf } from '@/lib/language/word-list';

/** French titles, roles and heads of bodies, folded. */
export const FRENCH = {
  titles: wordsOf(
    `m mme mlle mm dr pr me mgr monsieur madame maitre general colonel capitaine commandant`,
  ),
  roles: wordsOf(`
    ministre president presidente porte-parole directeur directrice secretaire premier maire depute
    deputee senateur senatrice ambassadeur ambassadrice gouverneur procureur juge avocat avocate
    militant militante journaliste responsable chef dirigeant dirigeante professeur chercheur
    chercheuse economiste commissaire prefet vice-president candidat candidate roi reine prince
    princesse chancelier chanceliere fondateur fondatrice militaire analyste representant
    representante conseiller conseillere patron
  `),
  heads: wordsOf(`
    ministere parti union syndicat association federation confederation ligue comite commission conseil
    centre institut fondation agence office organisation mouvement front alliance banque universite
    cour tribunal assemblee senat chambre societe groupe observatoire reseau autorite academie
    gouvernement haut-commissariat direction
  `),
  connectors: wordsOf(`de du des la le les l' d' et pour sur a aux au contre en`),
};
