/**
 * What every party reads and agrees to before a session is recorded. Whoever changes a word gives it a new number: what was agreed to is
 * proved by version and hash. An example until the office's legal section has confirmed it.
 */
export const recordingNotice = {
  version: '1',
  example: true,
  zh: [
    '为办理这辆车的解除抵押登记，这次视频从您进来到结束全程录音录像，作为办理和以后核对的凭据。',
    '录下的有：您的样子和声音、您出示的证件和材料、您念的话、您输入验证码对不对（不录验证码本身），以及时间。',
    '只用于这一件登记和因它产生的核查、复议、诉讼，不作别的用途，不交给别的单位，法律要求的除外。存放在境内，加密保存，谁看过都有记录。',
    '不使用人脸识别来决定您的事，由警官当面核对。',
    '您可以不同意。不同意就不录，也不影响您：可以到大厅办，材料和费用都一样。中途也可以停下来，改到大厅办。',
    '想看、想复制自己的那一份，或者有意见，打车管所的电话，或者在进度页上写给我们。',
  ],
  en: [
    'To release the mortgage on this vehicle, the session is recorded in sound and picture from your entry to its end, as the record of what was done.',
    'Recorded are: your appearance and voice, the documents you show, the words you read, whether the code you typed was right (never the code), and the times.',
    'It serves this registration and reviews, appeals or lawsuits that follow from it, nothing else, and is given to nobody else unless the law demands it. It is kept in China, encrypted; every look at it is noted.',
    'No face recognition decides about you; the officer compares in person.',
    'You may say no. Then nothing is recorded and nothing is lost to you: come to the hall, with the same papers and the same fee. You may also stop halfway.',
    'To see or copy your part, or to object, call the office or write to us on the progress page.',
  ],
} as const;
