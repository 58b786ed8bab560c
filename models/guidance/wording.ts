/** How places, ways and people are called on every page and in every answer. */
import type { Office } from '../office/office.ts';
import type { ChannelKind, Service, Text, WhoBrings } from './service.ts';
import { say } from './service-draft.ts';

export const channelNames = {
  window: say('车管所窗口', 'Vehicle office window'),
  'service-station': say('登记服务站', 'Registration service station'),
  '12123': say('网上：交管12123', 'Online: the 12123 app'),
  post: say('邮政网点', 'Post office'),
  video: say('视频办', 'By video'),
  'self-service': say('自助机', 'Self-service terminal'),
  phone: say('电话', 'By phone'),
  sms: say('短信', 'By text message'),
  online: say('网上：办成', 'Online: Bancheng'),
  'police-station': say('派出所', 'Police station'),
  'township-squadron': say('交警中队', 'Traffic police squadron'),
  'mobile-office': say('流动车管所', 'Mobile office'),
  'inspection-station': say('检验机构', 'Inspection station'),
  'scrap-recycler': say('报废机动车回收企业', 'Vehicle recycler'),
  'driving-school': say('驾校', 'Driving school'),
} as const satisfies Record<ChannelKind, Text>;

export const channelNotes: Partial<Record<ChannelKind, Text>> = {
  '12123': say('不出门就能申请，邮费另付', 'Apply from home; postage is extra'),
  post: say('有的网点能代办，以网点公布的为准', 'Some branches take it; see their list'),
  'service-station': say('以服务站公布的业务为准', 'See what the station has announced'),
  video: say('您、贷款机构、警官三方视频', 'You, the lender and an officer'),
  'mobile-office': say('看下乡公告', 'See the announcement'),
  online: say('就在这里问、在这里反映', 'Ask and report right here'),
};

export const whoNames = {
  owner: say('您', 'You'),
  driver: say('您', 'You'),
  applicant: say('您', 'You'),
  'co-owner': say('共同所有人', 'Co-owner'),
  agent: say('代办人', 'Your agent'),
  lender: say('贷款机构', 'Lender'),
  pledgee: say('质权人', 'Pledgee'),
  recycler: say('回收企业', 'Recycler'),
} as const satisfies Record<WhoBrings, Text>;

/** Where to go, and (because people know their plate, not their "place of registration") which plates that means. */
export function placeParts(place: Service['place'], office: Office): { head: Text; detail?: Text } {
  const plates = `宁${office.plateLetter}`;
  const detail =
    office.level === 'city'
      ? say(`${plates}的车在${office.city.zh}`, `${plates}: ${office.city.en}`)
      : say(`${plates}的车，${office.shortZh}就能办`, `${plates}: also ${office.nameEn}`);
  if (place === 'registration-place')
    return { head: say('车辆登记地车管所', 'The vehicle office where the car is registered'), detail };
  if (place === 'this-office') return { head: say(office.nameZh, office.nameEn) };
  return { head: placeNames[place] };
}

const placeNames: Record<Exclude<Service['place'], 'registration-place' | 'this-office'>, Text> = {
  residence: say('住所地车管所', 'The vehicle office where you live'),
  'vehicle-location': say('登记地，或车所在地的车管所', 'Where the car is registered, or where it is now'),
  destination: say('转入地车管所', 'The vehicle office of the new place'),
  recycler: say('报废机动车回收企业', 'A licensed vehicle recycler'),
  'licence-applicant-place': say(
    '户籍地或居住地车管所',
    'The vehicle office of your household registration or where you live',
  ),
  'licence-place': say('驾驶证核发地车管所', 'The vehicle office that issued your licence'),
  'licence-any': say('任意一家车管所都行', 'Any vehicle office'),
  'exam-place': say('报考地车管所', 'The vehicle office where you enrolled'),
  anywhere: say('哪儿都能办', 'Anywhere'),
  'school-bus-authority': say('县、市公安交管部门', 'The traffic police of the county or city'),
  'entry-place': say('入境地或始发地车管所', 'The vehicle office at the place of entry or departure'),
  online: say('网上', 'Online'),
};

export function placeText(place: Service['place'], office: Office): Text {
  const { head, detail } = placeParts(place, office);
  return detail === undefined ? head : say(`${head.zh}（${detail.zh}）`, `${head.en} (${detail.en})`);
}

/** Who has to act, in two short phrases: the headline and the detail. */
export function applicantText(s: Service): { head: Text; detail: Text } {
  const driver = s.category === 'driver-licence' || s.category === 'driver-exam';
  const self = s.applicant ?? (driver ? say('您本人', 'You') : say('车主', 'The owner'));
  const agent = {
    allowed: say('本人来，或委托别人', 'in person or by an agent'),
    'not-allowed': say('要本人来', 'in person'),
    'not-stated': say('能不能委托，规定没有写', 'the rule does not mention agents'),
  }[s.agent];
  if (s.together === 'lender')
    return {
      head: say('双方一起', 'Both sides'),
      detail: say('车主和贷款机构，各自能委托人', 'owner and lender; each may send an agent'),
    };
  if (s.together === 'pledgee')
    return {
      head: say('双方一起', 'Both sides'),
      detail: say('车主和质权人，各自能委托人', 'owner and pledgee; each may send an agent'),
    };
  if (s.together === 'co-owners')
    return { head: say('两个人一起', 'Both owners'), detail: say('不能委托别人', 'no agent') };
  if (s.applicant === undefined && (s.category === 'local-service' || s.category === 'violations-points'))
    return { head: say('您本人', 'You'), detail: agent };
  return { head: self, detail: agent };
}
