/** The card under an officer's words when a guide was put there. */
import type { Reply } from '../conversation/content.ts';
import type { Service } from '../guidance/service.ts';
import type { Language } from './refusals.ts';

export function insertedGuide(service: Service, office: string, language: Language): Reply {
  const zh = language === 'zh';
  const { id, nameZh, nameEn, materials, checkedOn } = service;
  return {
    type: 'reply',
    say: zh
      ? `警官给您附上了指南：${nameZh}。`
      : `The officer has attached a guide: ${nameEn} (${nameZh}).`.slice(0, 600),
    buttons: [],
    card: {
      type: 'guide',
      title: (zh ? nameZh : nameEn).slice(0, 80),
      items: materials.slice(0, 12).map((material) => ({
        text: (zh ? material.nameZh : `${material.nameEn} (${material.nameZh})`).slice(0, 300),
      })),
      checkedOn,
      link: {
        label: zh ? '看完整指南' : 'The whole guide',
        href: `/guides/${id}?office=${office}${zh ? '' : '&lang=en'}`,
      },
    },
  };
}
