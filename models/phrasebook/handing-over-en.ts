/** The same sentences for people who write English. */
import type { HandingOver } from './handing-over-zh.ts';

const before = (ahead: number): string =>
  ahead === 0 ? 'you are next' : `${ahead} ${ahead === 1 ? 'person' : 'people'} before you`;

export const handingOverEn: HandingOver = {
  queued: (ahead, minutes) =>
    `I am calling an officer: ${before(ahead)}, about ${minutes} min. Tell me your matter, or type “cancel”.`,
  queuedShort: (ahead, minutes) => `I am calling an officer: ${before(ahead)}, about ${minutes} min.`,
  queuedKnown: (ahead, minutes) =>
    `An officer (人工) is on the way: ${before(ahead)}, about ${minutes} min. What you said is passed on.`,
  summaryTitle: 'What the officer reads',
  noted: (what) => `Noted: ${what}. The officer sees it; no need to say it twice.`,
  notedPhoto: 'The photo is here; the officer will see it.',
  notedPlace: 'Your place is here; the officer will see it.',
  alreadyWaiting: 'An officer is already being called. Tell me your matter meanwhile, or type “cancel”.',
  cancelled: 'All right, no more waiting. Ask me anything; type “person” to get an officer.',
  messageCancelled: 'Your message is withdrawn; nobody will call. Ask me anything.',
  nothingToCancel: 'You are not in a line and left no message. What would you like to know?',
  closed: (opens) =>
    `The office is closed and opens ${opens}. Tell me now what I can answer, or leave a message or a number.`,
  closedShort: (opens) => `The office opens ${opens}. Tell me now, or leave a number.`,
  closedLunch: (opens) => `Lunch break until ${opens}. Tell me now what I can answer, or leave a message or a number.`,
  closedHoliday: (holiday, opens) =>
    `Closed for ${holiday}; open again ${opens}. Ask me, or leave a message or a number.`,
  nobody: (opens) => `No officer is online now; ${opens}. Tell me now, or leave a message or a number.`,
  nobodyNow: 'the window is open, you may come',
  openElsewhere: (office) => `Urgent: ${office} is open 24 hours`,
  askMessage: 'Please write it in a line or two: what happened and what you need. I pass it on as it is.',
  askPhone: (when) => `An officer looks at it first thing ${when}. Which number shall we call? Or type “no number”.`,
  phoneUnclear: 'That does not look like a mobile number. Please send the 11 digits again, or type “no number”.',
  receiptTitle: 'Receipt of your message',
  messageTaken: (number, when, tail) =>
    tail === undefined
      ? `Noted, number ${number}. ${when} an officer answers here, in Chinese.`
      : `Noted, number ${number}. ${when} an officer calls the number ending ${tail}.`,
  receiptNumber: (number) => `Number ${number}`,
  receiptWhen: (when) => `Answer ${when}`,
  receiptTail: (tail) => `Number ending ${tail}`,
  droppedMessage: 'All right, no message. Say “message” whenever you want to leave one.',
  offerPerson: 'I could not answer that and will not make you guess. Shall I call an officer?',
  trouble:
    'So many trips and still not done: that would wear anybody out. An officer can take it, or report it (办不成事).',
  troubleNote:
    'Report “cannot get it done” (办不成事): an officer registers it for you, somebody owns it, you get an answer',
  complaintOffer:
    'I am sorry for the trouble. You can report it (办不成事): tell me, and an officer registers it. Now?',
  complaintAsk: 'Please tell me: what you wanted, where it got stuck, what you need. An officer registers it as it is.',
  unsolved: 'Sorry, that missed the point. Tell me what is still missing, or talk to an officer.',
  guidanceOffer: 'To be guided step by step, talk to an officer: text or photos, what you said is passed on.',
  trackOffer: 'I cannot see the progress of a case and will not guess. An officer can look it up.',
  trackMessage: (number) =>
    `Your message is ${number}; an officer answers when the office opens. Other cases an officer can look up.`,
  bookOffer: (hours) =>
    `Booking is not open here yet, so I will not pretend. ${hours} Come with your papers, or ask an officer.`,
  bookVideoOffer: 'The video release cannot be booked here yet. An officer can fix a time; I list what to prepare.',
  welcomeBack: (officer, said) => `I am back. ${officer}: ${said}. Anything else?`,
  welcomeBackShort: (officer) => `I am back; what ${officer} said is above. Anything else?`,
  rateTitle: 'Rate this help; you need not',
  rateAsk: 'How would you rate it? All five grades are fine.',
  rated: 'Noted, thank you. Anything else?',
  ratedLow: 'Noted; we did not do well. Tell me what was wrong, or ask for a call back.',
  grades: {
    'very-satisfied': 'Very satisfied',
    satisfied: 'Satisfied',
    'fairly-satisfied': 'Fairly satisfied',
    dissatisfied: 'Dissatisfied',
    'very-dissatisfied': 'Very dissatisfied',
  },
  greeting:
    'Hello, I am the vehicle office’s assistant (车管所“办成”). Ask about licences and vehicles, or type “person”.',
  greetingShort: 'Hello. Ask me about licences and vehicles.',
  thanks: 'You are welcome. Come back whenever a step gets stuck.',
  bye: 'Goodbye. Come back any time.',
  ack: 'Good. If a step gets stuck, tell me; type “person” for an officer.',
  ackShort: 'Good. Tell me if a step gets stuck.',
  sayAgain: 'Please say it again, in other words.',
  praise: 'Thank you, I will pass it on. Anything else?',
  insult: 'I did not help, and you may be angry. Tell me where it is stuck, or talk to an officer.',
  photo: 'The photo is here. I cannot read it, an officer will see it. You may type the important words.',
  readAloud: 'I will read it to you: tap “Read aloud”.',
  notForMe: 'I am listening. Is it about a licence or a vehicle?',
  /** Wishes that are no matter, as buttons of a short choice. */
  wishes: {
    'intent:file-complaint': 'Report a problem',
    'intent:talk-to-human': 'Talk to a person',
    'intent:live-guidance': 'Step-by-step help',
    'intent:book-mortgage-video': 'Book a video release',
    'intent:track-case': 'Check progress',
    'intent:find-office': 'Hours and places',
    'intent:rate-service': 'Rate',
  },
  buttons: {
    mandate: 'How do I write the mandate?',
    person: 'Talk to a person',
    officer: 'Ask an officer',
    officerConfirm: 'Let an officer confirm',
    officerCheck: 'Let an officer check',
    yesAsk: 'Yes, ask',
    message: 'Leave a message',
    callBack: 'Call me back',
    callMe: 'Call me',
    tellNow: 'Tell it now',
    cancel: 'Cancel',
    cancelCall: 'Cancel the call',
    noPhone: 'No number',
    unsolved: 'Not solved',
    solved: 'Helpful',
    readAloud: 'Read aloud',
    helper: 'Let my child help',
    complaint: 'Report it (办不成事)',
    rate: 'Rate this help',
    another: 'One more thing',
    nothing: 'No, that is all',
    sayAgain: 'No, I say it again',
    yes: 'Yes',
    no: 'No',
    guide: 'The whole guide',
    checklist: 'My checklist',
    hours: 'Opening hours',
    nearby: 'Nearest place',
    sharePlace: 'Send my location',
    online: 'Can I do it online?',
    agent: 'Can somebody act for me?',
    stuck: 'I am stuck',
  },
};
