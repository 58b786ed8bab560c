/** Releases in the running product for browser tests, with papers that look like papers. */
import type { Browser } from 'playwright-core';
import type { Deps } from '../../functions/deps.ts';
import { wireOnFirstUse } from '../../handlers/gateways/wire-on-first-use.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { photosFromEnvironment } from '../../handlers/gateways/photos-on-first-use.ts';
import { join } from '../../handlers/wiring.ts';
import { LenderId, ReleaseId, StaffId } from '../../models/ids.ts';
import { takeForLender } from '../../models/release/changes/agent.ts';
import { changeRelease } from '../../functions/release/change-release.ts';
import { done } from '../../models/outcome.ts';
import type { Release } from '../../models/release/release.ts';
import type { FileRelease } from '../../models/release/requests.ts';
import type { ReleaseAct } from '../../models/release/requests.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import { applyFor, aPhoto } from '../office-of-releases.ts';
import { ask } from './console-desk.ts';
import type { Running } from './product.ts';

export async function releaseDeps(product: Running): Promise<Deps> {
  const ahead = Number(product.environment['CLOCK_AHEAD_MS']);
  const parts = { keeper: keeperFromEnvironment(), photos: photosFromEnvironment(), wire: wireOnFirstUse() };
  return (await join({ ...parts, now: () => Date.now() + ahead }, 'bancheng')).deps;
}

/** A sheet with a title and lines, as a photo. */
export async function drawPaper(browser: Browser, title: string, lines: readonly [string, string][]): Promise<Buffer> {
  const page = await browser.newPage();
  const data = await page.evaluate(
    ([heading, rows]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [900, 1200];
      const pencil = canvas.getContext('2d');
      if (pencil === null) return '';
      pencil.fillStyle = '#8d9a94';
      pencil.fillRect(0, 0, 900, 1200);
      pencil.translate(450, 600);
      pencil.rotate(-0.02);
      pencil.translate(-450, -600);
      pencil.fillStyle = '#f4efdf';
      pencil.fillRect(70, 60, 760, 1080);
      pencil.fillStyle = '#1f4d46';
      pencil.textAlign = 'center';
      pencil.font = '600 46px "Noto Sans CJK SC"';
      pencil.fillText(heading, 450, 160);
      pencil.textAlign = 'left';
      rows.forEach(([label, value], i) => {
        const y = 270 + i * 110;
        pencil.fillStyle = '#5c6a66';
        pencil.font = '30px "Noto Sans CJK SC"';
        pencil.fillText(label, 110, y);
        pencil.fillStyle = '#15211f';
        pencil.font = '34px "Noto Sans CJK SC"';
        pencil.fillText(value, 330, y);
        pencil.fillStyle = '#cfc6ac';
        pencil.fillRect(110, y + 26, 680, 2);
      });
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
    },
    [title, lines] as const,
  );
  await page.close();
  return Buffer.from(data, 'base64');
}

const certificate: [string, string][] = [
  ['号牌号码', '宁AD00123'],
  ['证书编号', '640000120846'],
  ['所有人', '李某芳'],
  ['抵押权人', '塞上银行银川分行'],
  ['抵押日期', '2023-04-18'],
];

/** Applied for with drawn papers; what is not named is usual. */
export async function appliedRelease(deps: Deps, browser: Browser, over: Partial<FileRelease> = {}): Promise<Release> {
  const id = ReleaseId.parse(deps.newId());
  const [sheet, card] = [
    await drawPaper(browser, '机动车登记证书', certificate),
    await drawPaper(browser, '居民身份证（样张）', [
      ['姓名', '李某芳'],
      ['住址', '银川市兴庆区'],
    ]),
  ];
  return applyFor(deps, {
    id,
    papers: [
      { kind: 'owner-identity', photos: [await aPhoto(deps, id, card)] },
      { kind: 'certificate', photos: [await aPhoto(deps, id, sheet), await aPhoto(deps, id, card)] },
    ],
    lender: LenderId.parse('01J00000000000000000000900'),
    ...over,
  });
}

/** The lender's agent takes it on, as the lender's own page would do. */
export async function agentTakes(deps: Deps, id: ReleaseId, agent = { id: 'zhoupeng', name: '周云鹏' }): Promise<void> {
  await changeRelease(deps, id, (r, now) => {
    const taken = takeForLender(r, { id: StaffId.parse(agent.id), name: agent.name }, now);
    return taken.ok ? done({ release: taken.value }) : taken;
  });
}

let presses = 0;
/** A deed of an officer without the page. */
export async function doesOn(product: Running, who: string, id: string, what: ReleaseAct): Promise<ReleaseFile> {
  const { row } = await ask<ReleaseFile>(product, who, 'GET', `/api/releases/${id}`);
  presses += 1;
  return ask<ReleaseFile>(product, who, 'POST', `/api/releases/${id}/acts`, {
    delivery: `press-${String(presses)}-${id}`,
    seen: row.version,
    what,
  });
}
