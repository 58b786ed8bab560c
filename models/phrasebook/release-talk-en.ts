import type { ReleaseTalk } from './release-talk-zh.ts';

/** See the Chinese book for what each sentence is for. */
export const releaseTalkEn: ReleaseTalk = {
  begin:
    'Yes. You, the lender’s clerk and an officer meet by video; free, done within one working day of acceptance. Three questions first: which lender is it?',
  beginElder: 'Yes, by video, free of charge. First: which lender is it?',
  askLender: 'Which lender is it?',
  otherLender: 'Another bank or company',
  forgot: 'I don’t remember',
  whereToLook: 'Look at 抵押权人 in the certificate (绿本), or who sends the repayment messages. Is it one of these?',
  notEnrolled:
    'This lender is not enrolled here for video. The window does it all the same: you and the lender together, same papers, free, one working day.',
  hasCourt: 'I have a court document',
  alone:
    'With an effective court document (调解书, 裁定书 or 判决书) and the assistance notice (协助执行通知书) you apply alone; the lender neither comes nor has to be enrolled. Has a court or another body seized the car?',
  fetchFirst:
    'Whoever applies alone shows the certificate in the call. Please get it back from the bank first, or ask at the window.',
  atCounter: 'All right, at the window: you and the bank together, same papers, free, one working day.',
  atCounterAlone:
    'All right, at the window: bring your ID card, the certificate, the court document and the assistance notice; free, one working day.',
  askSeized: (lender) =>
    `${lender ? 'This lender is enrolled, video works. ' : ''}Second: has a court or another body seized the car?`,
  seizedChoices: { no: 'No', yes: 'Yes', unknown: 'I don’t know' },
  seized:
    'A car that is legally seized cannot be released (令164 art. 36). See the body that seized it first; afterwards come any time. If you disagree, I can register it.',
  askCertificate: 'Good, the officer checks that as well. Third: who has the certificate (绿本)?',
  certificateChoices: { owner: 'I have it', lender: 'The bank', lost: 'It is lost' },
  lost: 'The certificate has to be replaced first, by you in person together with the lender, 10 yuan. Then book the video.',
  settlement: 'No proof of payment is needed, it is not on the legal list; the bank checks that itself. ',
  ready: 'This is all you need:',
  listTitle: 'Mortgage release by video',
  list: (withLender) => [
    'You: your own ID card',
    'The bank: its proof of identity and its clerk’s mandate (the bank brings them)',
    withLender
      ? 'The bank keeps the original certificate ready; the release is entered on it, how it comes in is agreed with the officer'
      : 'Keep the original certificate at hand; the release is entered on it, how it comes in is agreed with the officer',
    'The call is recorded as evidence; you read why first, and only your yes starts it',
    'No face check wanted? There is another way. No video wanted? The window does it too',
    'Fee: 0 yuan; postage apart, if anything is mailed',
    'An officer decides; a no comes with its reason and the next step',
  ],
  listAlone: [
    'Your own ID card',
    'The original certificate (绿本) at hand; the release is entered on it, how it comes in is agreed with the officer',
    'The effective court document (调解书, 裁定书 or 判决书)',
    'The assistance notice (协助执行通知书)',
    'The call is recorded as evidence; you read why first, and only your yes starts it',
    'Fee: 0 yuan; postage apart, if anything is mailed',
    'An officer decides; a no comes with its reason and the next step',
  ],
  source: '公安部令第164号 articles 31, 33, 35 (in force 2022-05-01)',
  chooseTime: 'Choose a time',
  toCounter: 'Go to the window instead',
  times: 'Free for both the bank and an officer, the next three:',
  timesAlone: 'Free for an officer, the next three:',
  noTimes:
    'No time in these two weeks suits both bank and office. I can ask an officer to arrange one, or go to the window without booking.',
  noTimesAlone:
    'No time is free in these two weeks. I can ask an officer to arrange one, or go to the window without booking.',
  time: (month, day, clock) => `${String(month)}/${String(day)} ${clock}`,
  gone: 'That time was just taken. These are left:',
  held: 'It is kept for you. Which phone number shall the link go to?',
  phoneUnclear: 'That is no mobile number; please send 11 digits. Your time is kept.',
  codeSent: (tail) => `A code went to the number ending ${tail}; tell me and it is settled.`,
  codeAgain: (tail) => `Another code went to the number ending ${tail}; tell me the newest one.`,
  codeShape: 'The code is the 6 digits in the message, please look again.',
  askPhone: 'All right, another number: please send 11 digits. Your time is kept.',
  booked: (day, clock, tail) =>
    `Booked: ${day} ${clock}, 30 minutes, the link went to the number ending ${tail}. Try your device first; if the camera fails, the window still does it.`,
  bookedTitle: 'Video release, appointment',
  who: (lender) => `You, the clerk of ${lender}, an officer`,
  whoAlone: 'You and an officer',
  atHand: 'Have your ID card and the certificate (绿本) at hand',
  toFill: 'Still needed: plate, certificate number, photos of the papers; the link below, stop whenever you like',
  goOn: 'Fill in the rest',
  tryDevice: 'Try the device',
  change: 'Change or cancel',
  calendar: 'Add to calendar',
  askChange: (day, clock) => `You have ${day} ${clock}. Another time, or cancel?`,
  move: 'Another time',
  cancel: 'Cancel the booking',
  moved: (day, clock) => `Changed: ${day} ${clock}, 30 minutes. The earlier time is free again.`,
  cancelled: 'Cancelled. Say “video release” whenever you like; the window does it all the same.',
  paused: 'All right, everything so far is kept. To go on, say “go on with the video”.',
  buttons: { noneArrived: 'No code came', otherPhone: 'Another number', notNow: 'Not now' },
};
