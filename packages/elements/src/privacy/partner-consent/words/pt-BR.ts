/** Brazilian Portuguese. */
import type { PartnerConsentTerms } from '../terms.ts';

export const words: PartnerConsentTerms = {
  title: 'Parceiros que conhecem você',
  ask: (partner) => `Permitir que ${partner} saiba quem você é no Gigsy?`,
  sites: 'Seus sites:',
  may: 'As páginas dele poderão então mostrar a você, enquanto estiver conectado lá, o que membros conectados veem: do seu próprio perfil e dos perfis da página.',
  mayNot: 'Ele não pode alterar seu perfil e não vê nada do que só você ou as pessoas que você nomeou podem ver.',
  end: 'Você pode encerrar isso aqui a qualquer momento; as páginas abertas perdem o acesso na hora.',
  allow: 'Permitir',
  refuse: 'Agora não',
  over: 'Este pedido terminou ou já foi respondido. Peça um novo no site do parceiro.',
  refused: 'Você não permitiu. O pedido termina sozinho.',
  allowed: (partner) => `${partner} agora conhece você.`,
  links: 'Parceiros que você permitiu',
  none: 'Você não permitiu nenhum parceiro.',
  since: (date) => `Desde ${date}`,
  as: (user) => `Lá você é ${user}`,
  revoke: 'Encerrar',
  revoked: (partner) => `${partner} não conhece mais você.`,
  tooMany: 'Você já permitiu tantos parceiros quantos pode haver. Encerre um primeiro.',
};
