/** Spanish. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: 'Quién ve qué, y por qué se guarda',
  intro:
    'Cada parte de un perfil, con quienes la ven mientras usted no elija otra cosa. Solo usted puede abrirla. Un operador puede ocultar una cuenta entera, pero no abrir nada de ella.',
  role: 'Función',
  field: 'Parte',
  first: 'Al principio la ven',
  who: 'Quién puede cambiarlo',
  basis: 'Base jurídica (RGPD)',
  kept: 'Se guarda',
  where: 'Puede aparecer en',
  owner: (widest) => `Usted, como máximo: ${widest}`,
  notNamed: 'No para personas que usted nombre',
  nobody: 'Nadie: sigue al perfil entero',
  grounds: {
    contract: 'Contrato, art. 6.1.b',
    consent: 'Consentimiento, art. 6.1.a',
    obligation: 'Obligación legal, art. 6.1.c',
    interest: 'Interés legítimo, art. 6.1.f',
    none: 'Sin datos de personas',
  },
  special: 'Puede revelar algo sensible, art. 9.2.a',
  account: 'Mientras exista su cuenta',
  after: {
    removedItems: (time) => `Entradas retiradas: ${time}`,
    uploads: (time) => `Fotos que no guardó: ${time}`,
    endedVerifications: (time) => `Pruebas terminadas: ${time}`,
  },
  place: {
    web: 'Páginas públicas',
    members: 'Páginas para miembros',
    accesses: 'Accesos de su registro',
    own: 'Sus páginas y su copia',
  },
};
