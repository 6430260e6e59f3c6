/** Spanish. */
import type { EndorseTerms } from '../terms.ts';

export const words: EndorseTerms = {
  title: 'Aval',
  endorse: (name) => `Avalar a ${name}`,
  empty: 'Aquí no hay nadie a quien pueda avalar.',
  intro: 'Nadie más lo ve hasta que la persona lo acepta. Puede cambiarlo o retirarlo en cualquier momento.',
  notAsked: 'Esta persona acepta avales de quienes ella lo pide, o de quienes trabajaron o estudiaron con ella.',
  skills: 'Aptitudes que avala',
  text: 'Sus palabras',
  textHelp: (most) => `Como máximo ${most} caracteres. Diga qué hicieron juntos.`,
  linked: 'Mi nombre lleva a mi perfil',
  signed: (name) => `Firma como ${name}.`,
  noName: 'Un aval lleva su nombre: primero deje que todos vean su nombre.',
  send: 'Enviar',
  close: 'Cerrar',
  sent: 'Enviado. Los demás lo ven cuando la persona lo acepta.',

  wanted: 'Elija una aptitud o escriba unas palabras.',
  unsafe: 'Quite los signos que no se pueden mostrar o acorte el texto.',

  tooOften: 'Hoy ha avalado a esta persona a menudo. Inténtelo mañana.',
  tooMany: 'Ahora no hay sitio para otro aval.',
  over: 'Esta petición ha terminado.',
};
