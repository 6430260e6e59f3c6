/** Brazilian Portuguese. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: 'Quem vê o quê, e por que fica guardado',
  intro:
    'Cada parte de um perfil, com quem a vê enquanto você não escolher outra coisa. Só você pode abri-la. Um operador pode ocultar uma conta inteira, mas não abrir nada dela.',
  role: 'Função',
  field: 'Parte',
  first: 'No início é vista por',
  who: 'Quem pode mudar isso',
  basis: 'Base legal (GDPR)',
  kept: 'Fica guardada',
  where: 'Pode aparecer em',
  owner: (widest) => `Você, no máximo: ${widest}`,
  notNamed: 'Não para pessoas que você nomeia',
  nobody: 'Ninguém: segue o perfil inteiro',
  grounds: {
    contract: 'Contrato, art. 6(1)(b)',
    consent: 'Consentimento, art. 6(1)(a)',
    obligation: 'Obrigação legal, art. 6(1)(c)',
    interest: 'Interesse legítimo, art. 6(1)(f)',
    none: 'Sem dados de pessoas',
  },
  special: 'Pode revelar algo sensível, art. 9(2)(a)',
  account: 'Enquanto a conta existir',
  after: {
    removedItems: (time) => `Itens removidos: ${time}`,
    uploads: (time) => `Fotos que você não usou: ${time}`,
    endedVerifications: (time) => `Provas encerradas: ${time}`,
  },
  place: {
    web: 'Páginas públicas',
    members: 'Páginas para membros',
    accesses: 'Acessos do seu registro',
    own: 'Suas páginas e sua cópia',
  },
};
