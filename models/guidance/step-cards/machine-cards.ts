/** Step cards for the machines in the hall. */
import { unverified, type StepCard } from './step-card.ts';

const face = ['看着摄像头，按提示刷脸。', 'Look at the camera when asked.'] as const;
const card = ['把身份证放在感应区，别拿开。', 'Lay your ID card on the reader and leave it there.'] as const;

export const machineCards: readonly StepCard[] = [
  unverified(
    'self-service',
    'machine-ticket',
    ['在取号机上取号', 'Take a number'],
    { words: ['取号', '排队机', '叫号'] },
    [
      card,
      ['在屏幕上点要办的事；不清楚就点“咨询”，或问导办。', 'Touch your matter; if unsure, ask the guide beside it.'],
      ['拿走号条和身份证。', 'Take the slip and your ID card.'],
      ['听叫号，看屏幕，到那个窗口。', 'Listen and watch the screen, then go to that window.'],
    ],
  ),
  unverified(
    'self-service',
    'machine-licence',
    ['在自助机上换、补驾驶证', 'Driving licence at the machine'],
    {
      services: ['licence-renew-expiry', 'licence-replace-lost', 'licence-replace-damaged'],
      words: ['自助换证', '自助补证', '自助机换驾照', '自助机补驾照'],
    },
    [
      ['在屏幕上选驾驶证补换证。', 'Choose the licence on the screen.'],
      card,
      face,
      ['核对屏幕上的信息，选补证还是换证。', 'Check your data; choose lost or to be changed.'],
      ['按提示付工本费。', 'Pay the fee as shown.'],
      ['取新证，拿走身份证。', 'Take the new licence and your ID card.'],
    ],
  ),
  unverified(
    'self-service',
    'machine-violation',
    ['在自助机上处理违法', 'Settle a violation at the machine'],
    { services: ['violation-processing'], words: ['自助处理违法', '自助处理违章', '自助机处理'] },
    [
      ['在屏幕上选违法处理。', 'Choose violations on the screen.'],
      card,
      face,
      ['选那辆车，一条条看清时间、地点和照片。', 'Choose the car; look at time, place and picture of each.'],
      ['认就确认；不认先退出，到窗口说。', 'If it is right, confirm; if not, leave and go to the window.'],
      ['取决定书，按提示缴款，拿走身份证。', 'Take the decision, pay as shown, take your ID card.'],
    ],
  ),
];
