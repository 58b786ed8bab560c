/** Step cards for the account, the own data and the licences in 交管12123. */
import { unverified, type StepCard } from './step-card.ts';

const open = ['打开手机上的“交管12123”，登录本人账号。', 'Open 交管12123 on your phone and sign in.'] as const;
const check = ['核对页面上的信息，没错再提交。', 'Check what the page shows, then submit.'] as const;
const face = ['按提示刷脸，证明是本人。', 'Show your face when asked, to prove it is you.'] as const;

export const accountCards: readonly StepCard[] = [
  unverified(
    '12123',
    'app-register',
    ['注册和登录交管12123', 'Register and sign in to 12123'],
    { words: ['注册', '登录', '登不上', '登不进', '下载'] },
    [
      ['在手机应用商店找“交管12123”，装好打开。', 'Find 交管12123 in the app store, install and open it.'],
      ['选“注册”，看完条款再同意。', 'Choose 注册 (register); read the terms, then agree.'],
      ['填本人姓名、身份证号和手机号。', 'Fill in your name, ID number and phone number.'],
      face,
      ['填短信里的验证码。', 'Type the code from the text message.'],
      ['自己定一个密码，记牢，不告诉别人。', 'Choose a password, remember it and tell nobody.'],
    ],
  ),
  unverified(
    '12123',
    'app-password',
    ['找回交管12123的密码', 'Get a new 12123 password'],
    { words: ['忘了密码', '忘记密码', '密码忘', '找回密码', '重置密码', '改密码'] },
    [
      ['打开“交管12123”，到登录页。', 'Open 交管12123 at the sign-in page.'],
      ['选“忘记密码”。', 'Choose 忘记密码 (forgotten password).'],
      ['填身份证号，按提示认本人。', 'Type your ID number and prove who you are.'],
      ['填短信里的验证码。', 'Type the code from the text message.'],
      ['定新密码，用新密码登录。', 'Choose a new password and sign in with it.'],
    ],
  ),
  unverified(
    '12123',
    'app-bind-vehicle',
    ['把自己的车绑到交管12123', 'Add your own car in 12123'],
    { words: ['绑车', '绑定车', '绑定机动车', '绑定车辆', '添加车辆', '绑不上车', '车绑不上'] },
    [
      open,
      ['找到“机动车”，选“绑定”或“备案”。', 'Find 机动车 (vehicles) and choose 绑定 or 备案 (add).'],
      ['填号牌种类和号牌号码。', 'Fill in plate type and plate number.'],
      ['填页面要的车辆信息，行驶证上都有。', 'Fill in what is asked; it all stands in the vehicle licence.'],
      check,
    ],
  ),
  unverified(
    '12123',
    'app-e-licence',
    ['申领电子驾驶证', 'Get the electronic driving licence'],
    { services: ['electronic-licence'], words: ['电子驾驶证', '电子驾照'] },
    [
      open,
      ['在首页找电子驾驶证的入口，点进去。', 'Find the electronic licence on the first page.'],
      ['选“申领”，按提示一步步走。', 'Choose 申领 (apply) and follow the page.'],
      face,
      ['领好后点开看一次，能看到本人信息就成了。', 'Open it once: if your data shows, it is done.'],
    ],
  ),
  unverified(
    '12123',
    'app-e-vehicle-licence',
    ['申领电子行驶证', 'Get the electronic vehicle licence'],
    { services: ['electronic-vehicle-licence'], words: ['电子行驶证', '电子行车证'] },
    [
      open,
      ['在首页找“电子证件凭证”，点进去。', 'Find 电子证件凭证 on the first page.'],
      ['选电子行驶证，再选要领的那辆车。', 'Choose the vehicle licence, then the car.'],
      ['选“申领”，按提示走完。', 'Choose 申领 (apply) and follow the page.'],
      ['领好后点开看一次，号牌对就成了。', 'Open it once: if the plate is right, it is done.'],
    ],
  ),
  unverified(
    '12123',
    'app-licence-renew',
    ['驾驶证到期换证', 'Renew a driving licence'],
    { services: ['licence-renew-expiry'], words: ['期满换证', '到期换证', '驾照到期', '驾驶证到期'] },
    [
      ['先看指南里要备什么，备齐再办。', 'First see in the guide what is needed.'],
      open,
      ['找到驾驶证业务，选“期满换证”。', 'Among licence matters choose 期满换证 (renewal).'],
      face,
      ['按提示交照片，填收件地址或选自取。', 'Give the photo; choose delivery or collection.'],
      check,
      ['按提示付费，记下流水号，等通知。', 'Pay as shown, note the number and wait for word.'],
    ],
  ),
  unverified(
    '12123',
    'app-licence-replace',
    ['补领、换领驾驶证', 'Replace a driving licence'],
    {
      services: ['licence-replace-lost', 'licence-replace-damaged'],
      words: ['补领驾驶证', '补驾驶证', '补驾照', '驾照丢', '驾驶证丢', '换驾驶证'],
    },
    [
      open,
      ['找到驾驶证业务，丢了选“补证”，坏了选“换证”。', 'Among licence matters choose 补证 (lost) or 换证 (damaged).'],
      face,
      ['按提示交照片，填收件地址或选自取。', 'Give the photo; choose delivery or collection.'],
      check,
      ['按提示付费，记下流水号，等通知。', 'Pay as shown, note the number and wait for word.'],
    ],
  ),
  unverified(
    '12123',
    'app-contact-change',
    ['改预留的手机号', 'Change the phone number on file'],
    {
      services: ['driver-contact-filing', 'owner-contact-filing'],
      words: ['改手机号', '换手机号', '改电话', '变更联系方式', '联系方式'],
    },
    [
      open,
      ['找到联系方式变更，驾驶人、车主分开改。', 'Find the change of contact; driver and owner are separate.'],
      ['填新手机号和地址。', 'Fill in the new number and address.'],
      ['填发到新手机上的验证码。', 'Type the code sent to the new phone.'],
      check,
    ],
  ),
  unverified(
    '12123',
    'app-relative',
    ['替家里老人在手机上办', 'Act for an elderly relative in the app'],
    { services: ['senior-proxy-online'], words: ['替老人办', '帮老人办', '给老人办', '亲友代办', '代老人'] },
    [
      ['帮忙的人打开自己的“交管12123”，登录。', 'The helper opens their own 交管12123 and signs in.'],
      ['找给老年人代办的入口。', 'Find the entry for acting for the elderly.'],
      ['填老人的姓名和身份证号。', 'Fill in the elderly person’s name and ID number.'],
      ['请老人本人按提示刷脸同意。', 'The elderly person shows their face to agree.'],
      ['选要办的事，按提示走完。', 'Choose the matter and follow the page.'],
    ],
  ),
];
