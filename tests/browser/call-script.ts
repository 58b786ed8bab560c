/** The officer's script in the room, done on the officer's own page; sides that have a page of their own answer on it. */
import type { Page } from 'playwright-core';
import type { Deps } from '../../functions/deps.ts';
import { typeCallCode } from '../../functions/release/type-call-code.ts';
import { DeliveryId, type ReleaseId } from '../../models/ids.ts';
import type { Side } from '../../models/release/parties.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import { ask, told } from './console-desk.ts';
import { until } from './eventually.ts';
import type { Running } from './product.ts';

/** Whoever stands in the call: the phone that gets the code, and the page, where a real one is open. */
export type Sides = Record<Side, { phone: string; page?: Page }>;

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const fileOf = (product: Running, id: string): Promise<ReleaseFile> =>
  ask(product, 'liu', 'GET', `/api/releases/${id}`);

/** The newest code that was sent to a phone. */
export async function codeFor(product: Running, phone: string): Promise<string> {
  const inbox = await (await fetch(`${product.url}/dev/inbox.json`)).text();
  const messages = JSON.parse(inbox) as { to: string; values: Record<string, string> }[];
  return messages.find(({ to, values }) => to === phone && 'code' in values)?.values['code'] ?? '';
}

/** One step as the officer does it: opened, done with whoever it concerns, ticked. */
export async function doStep(
  { product, deps, page, sides }: { product: Running; deps: Deps; page: Page; sides: Sides },
  id: ReleaseId,
  cell: string,
): Promise<void> {
  const [step, party] = cell.split(':') as [string, Side | 'case'];
  const names: Record<string, string> = {
    consent: '告知和同意录像',
    identity: '证件和本人',
    challenge: '随机动作',
    code: '手机验证码',
    mandate: '授权委托',
    statement: '念意愿',
    certificate: '证书比对',
    custody: '证书交接',
  };
  const who = party === 'case' ? '' : `${party === 'owner' ? '车主' : '银行代理人'} `;
  const side = party === 'case' ? undefined : sides[party];
  const name = `${who}${names[step] ?? ''}`;
  await button(page, `开始：${name}`).click();
  const tick = button(page, `做完了：${name}`);
  await tick.waitFor();
  if (step === 'challenge') {
    await button(page, '抽动作').click();
    await button(page, '做到了').first().click();
  } else if (step === 'code' && side !== undefined) {
    await button(page, /发验证码|再发一个/u).click();
    await page.getByText('只发到').waitFor();
    const code = await codeFor(product, side.phone);
    if (side.page !== undefined) {
      await side.page.getByLabel('短信里的6位数字').fill(code);
      await side.page.getByRole('button', { name: '填好了' }).click();
    } else {
      const delivery = DeliveryId.parse(`types-${cell.replace(':', '-')}-${id}`);
      const typed = await typeCallCode(deps, id, party as Side, { delivery, code });
      if (!typed.ok) throw new Error(typed.refusal.detail);
    }
    // The log of the call says it of the other side, too.
    await page.getByRole('status').filter({ hasText: '验证码对了' }).waitFor();
  } else if (step === 'certificate') {
    for (const field of ['号牌号码', '证书编号', '所有人', '抵押日期'])
      await page
        .getByRole('group', { name: `${field}：证书上和系统里` })
        .getByRole('button', { name: '一致', exact: true })
        .click();
    await page.getByRole('group', { name: '抵押权人：证书上和系统里' }).getByRole('button', { name: '算一致' }).click();
    await told(page, '比对存好了');
  } else if (step === 'custody') {
    await page.getByLabel('上门取件，签注后寄回').check();
    await until(
      async () => (await fileOf(product, id)).custody?.way,
      (way) => way === 'mail',
    );
  } else if (step === 'statement') await side?.page?.getByRole('button', { name: '念完了' }).click();
  // The word that a challenge was met ticks its step.
  if (step !== 'challenge') await tick.click();
  await until(
    async () => (await fileOf(product, id)).ticked.map((one) => one.cell),
    (ticked) => ticked.includes(cell),
  );
}

/** On a busy machine a picture may break: the step is done again, as the page asks for it. */
export async function mendGaps(page: Page): Promise<void> {
  const approve = button(page, '同意解除');
  for (let round = 0; round < 12 && (await approve.isDisabled()); round++) {
    const redo = page.getByRole('region', { name: '要补的缺口' }).getByRole('button', { name: /^重做/u });
    if ((await redo.count()) > 0) {
      const label = (await redo.first().innerText()).replace('重做：', '');
      await redo.first().click();
      const dialog = page.getByRole('dialog', { name: /重做这一步/u });
      await dialog.getByLabel('写一句，记在备注里').fill('画面断过，再做一遍');
      await dialog.getByRole('button', { name: '重做', exact: true }).click();
      await page.waitForTimeout(3_000);
      await button(page, `做完了：${label}`).click();
    }
    await page.waitForTimeout(5_000);
  }
}

/** The pictures that the officer's page shows and that move. */
export async function allInPicture(page: Page, people: number): Promise<void> {
  await page.getByText(/录制中/u).waitFor();
  await until(
    () =>
      page
        .locator('.tile video')
        .evaluateAll((all) => all.filter((v) => (v as HTMLVideoElement).videoWidth > 0).length),
    (showing) => showing === people,
  );
}
