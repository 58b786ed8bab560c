/** The menu under the talk in WeChat: three heads with what people come for most; a tap says the words or opens the page. */

/** A tap that is told to us comes as its key; the words stand here, so that an old menu on a phone still works. */
export const menuWords = {
  'lost-licence': '驾驶证丢了怎么补',
  'year-check': '车辆年检怎么办',
  'release-mortgage': '解除抵押怎么办',
  'not-done': '我要反映办不成的事',
  person: '人工',
  hours: '几点上班',
} as const;
export type MenuKey = keyof typeof menuWords;
export const isMenuKey = (key: string): key is MenuKey => key in menuWords;

export type MenuButton =
  { name: string; key: MenuKey } | { name: string; url: string } | { name: string; under: MenuButton[] };
export type WeChatMenu = MenuButton[];

/** At most three heads with five entries each; names of heads up to four characters, of entries up to eight. `origin` is where the pages are. */
export const usualMenu = (origin: string): WeChatMenu => [
  {
    name: '问业务',
    under: [
      { name: '驾驶证丢了', key: 'lost-licence' },
      { name: '车辆年检', key: 'year-check' },
      { name: '全部业务', url: `${origin}/guides` },
      { name: '上班时间', key: 'hours' },
    ],
  },
  {
    name: '视频办',
    under: [
      { name: '解除抵押', key: 'release-mortgage' },
      { name: '查我的申请', url: `${origin}/release/track` },
    ],
  },
  {
    name: '办不成事',
    under: [
      { name: '我要反映', key: 'not-done' },
      { name: '查我的反映', url: `${origin}/track` },
      { name: '找警官', key: 'person' },
    ],
  },
];

/** In the platform's form. */
export function asButton(button: MenuButton): object {
  if ('under' in button) return { name: button.name, sub_button: button.under.map(asButton) };
  return 'key' in button
    ? { type: 'click', name: button.name, key: button.key }
    : { type: 'view', name: button.name, url: button.url };
}
