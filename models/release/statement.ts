/** What each side reads aloud in the call: who, which vehicle, which certificate and contract, and that the mortgage is to be released. */
import type { Side } from './parties.ts';
import type { Release } from './release.ts';

/** In Chinese: it is the statement that is filed. Names are whole; only the one who reads it and the officer see it. */
export function statementOf({ owner, lender, vehicle, basis }: Release, side: Side): string {
  const about = `号牌${vehicle.plate}，登记证书编号${vehicle.certificate}，抵押合同号${vehicle.contract}`;
  const asked = basis === 'joint' ? '我同意解除抵押登记' : '我凭生效的法律文书和协助执行通知书，申请解除抵押登记';
  if (side === 'lender') return `我是${lender?.name ?? ''}的代理人${lender?.agent?.name ?? ''}。${about}。${asked}。`;
  const who =
    owner.proxy === undefined
      ? `我是${owner.company ? `${owner.name}的经办人` : `车主${owner.name}`}`
      : `我是${owner.proxy.name}，受车主${owner.name}委托`;
  return `${who}。${about}。${asked}。`;
}
